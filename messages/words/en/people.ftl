# Registration, verification, team, pause and profile
people-button-agree = I agree
people-button-read = Read it all
people-button-no = No
people-button-absent = My outlet is not listed
people-button-search = Search again
people-button-skip = Skip
people-button-send = Send
people-button-again = Start over
people-button-accept = Accept
people-button-ask = Ask
people-button-refuse = Refuse
people-button-answer = Answer
people-button-back = Back
people-button-more = More
people-button-help = Help
people-button-register = Register
people-button-profile = Profile
people-button-yes = Yes
people-button-not = No
people-button-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
people-button-resume = Resume now
people-button-leave = Yes, leave
people-button-stay = No, stay
people-button-indonesian = Bahasa Indonesia
people-button-english = English
people-button-role = Change role
people-button-remove = Remove
people-button-removed = Those removed ({ $number })
people-button-readmit = Let in again
people-button-name = Change name
people-button-outlet = Change outlet
people-button-area = Change area
people-button-work = Change work
people-button-keep = Keep it as it was
people-button-mend = Correct it
people-button-withdraw = Yes, withdraw

people-problem-short = ⚠️ Too short: at least 2 letters.
people-problem-long = ⚠️ Too long. Please make it shorter.
people-problem-letters = ⚠️ Please write it in letters.
people-problem-signs = ⚠️ A name is letters only: no digits, emoji or other signs.
people-problem-courtesy = ⚠️ That is an answer or a greeting, not a name.
people-problem-command = ⚠️ That is a command, not an answer. Please finish this form first.
people-problem-few = ⚠️ Please give a clearer reason, of two words at least.
people-problem-link = ⚠️ Without links or web addresses, please.
people-problem-choose = ⚠️ We do not know that choice. Press one of the buttons, or type its number.
people-problem-gone = ⚠️ That outlet has just been merged into another one. Type its name once more.

people-medium-online = online
people-medium-print = print
people-medium-tv = television
people-medium-radio = radio
people-work-reporter = Reporter
people-work-editor = Editor
people-work-photographer = Photographer
people-work-contributor = Contributor
people-work-bureau = Bureau chief
people-role-guest = guest
people-role-journalist = journalist
people-role-drafter = drafter
people-role-verifier = verifier
people-role-approver = approver
people-role-official = official
people-role-admin = admin
people-role-auditor = auditor
people-role-treasurer = treasurer
people-role-delegate = aide
people-standing-new = not registered
people-standing-waiting = waiting to be verified
people-standing-active = active
people-standing-paused = paused
people-standing-left = has left
people-standing-removed = was removed
people-standing-merged = merged with another registration

people-notice-title = Welcome to the media service of { $office }.
people-notice = We keep your name, number, outlet and the links you send in order to: (1) send releases and invitations, (2) record what was published. Your data is kept while you are registered; records of what was published are kept after that, for as long as the government's archive rules demand.
people-notice-contact = Questions about personal data: contact { $contact }.
people-notice-more = Type *privacy* for all of it. Do you agree?
people-privacy-title = Personal data at { $office }
people-privacy-what = What we keep: your name, number or chat account, outlet, work, area, conversations with this service, the links and proofs you send, and when you agreed to this notice.
people-privacy-why = What for: (1) sending releases and invitations and answering your questions, (2) recording who came and what was published, until it is paid. Nothing else.
people-privacy-spans = Times: conversations { $chats } days, raw events { $events } days, your number after you leave { $leavers } days, proof of publication { $evidence } years. Releases and the log of decisions (no names) are permanent.
people-privacy-processors = Who else handles it: Telegram and Meta (WhatsApp), which carry the messages, and the provider of this office's server. Nobody else.
people-privacy-how-long = How long: while you are registered. Records of what was published are kept after that, since auditors may ask for them; how long is set by the government's archive rules (the retention schedule).
people-privacy-who = Who sees it: staff of this office as their work needs it, treasurer and auditor included. It is not sold and not shared for advertising.
people-privacy-rights = Your rights: *profile* to correct it, *my data* to download all of it, *pause* to stop for a while, *leave* to take your consent back, *delete my data* to have it erased (72 hours at most).

people-ask-name = What is your full name?
people-ask-outlet = Which outlet do you write for? Type its name and we will look it up.
people-outlet-unknown = “{ $sought }” is not in our register. Type another name, or press *My outlet is not listed* to add it.
people-outlet-found = These are like “{ $sought }”. Which one is yours? Type another name to search again.
people-ask-new-name = What is the name of your outlet?
people-ask-proposed = Is it called “{ $proposed }”? Press *Yes*, or type its right name.
people-ask-site = What is the web address of { $outlet }? For example: contoh.id. With it we can recognise your links. You may skip this.
people-ask-medium = What kind of outlet is “{ $outlet }”?
people-ask-work = What do you do at { $outlet }? Choose, or type it.
people-ask-area = Which area do you cover? For example: Contoh District. You may skip this.
people-review = Is this right? Press *Send*, or choose what to change.
people-review-which = What do you want to change? Press one of the buttons, or type for example *name* or *area*.
people-resumed = Your registration is not finished yet; let us go on from here.
people-submitted = ⏳ Waiting to be verified by the press office, 2 working days at most. We will tell you as soon as it is done.
people-waiting-can = Something to correct? Type *profile*. Something to add? Just type it here and we pass it on. To take your registration back: *withdraw registration*.
people-form-dropped = All right, you are not registering. Nothing was sent to staff. If you change your mind, type *register*.
people-still-waiting = ⏳ We received your registration { $since } and it still waits to be verified, 2 working days at most. No need to register again.
people-already = ✅ You are registered already: { $name }, { $role }. No need to register again.
people-declined = All right. We do not keep your name, outlet, work or area; only the address of this chat stays, so that we can answer you. If you change your mind, type *register*.
people-returned = ✅ Welcome back, { $name }. You are registered again and will receive releases as before.

people-line-name = Name: { $name }
people-line-outlet = Outlet: { $outlet } ({ $medium })
people-line-outlet-only = Outlet: { $outlet }
people-line-fresh = ⚠️ This outlet is not in the register yet
people-line-work = Work: { $work }
people-line-area = Area: { $area }
people-line-role = Role: { $role }
people-listed = ✅ Listed in the register that the office has read in.
people-line-since = Registered: { $since }
people-line-site = Site: { $site }
people-line-said = They say: { $said }
people-line-reason = Reason: { $reason }
people-line-paused = ⏳ Paused until { $until }

people-applicant-title = Waiting to be verified
people-applicant-answer = An answer from an applicant
people-applicant-addition = An applicant adds something
people-applicant-changed = An applicant corrected their details
people-applicant-again = ⚠️ The details have just been corrected. Please look once more.
people-applicants = Waiting to be verified: { $number ->
    [one] { $number } person
   *[other] { $number } people
}
people-applicant-line = • { $name } ({ $outlet }), since { $since }
people-nobody-waits = ✅ Nobody waits to be verified.
people-accepted = ✅ { $name } is accepted as a media partner and has been told.
people-unaccepted = Undone: { $name } waits again and has been told. Type *applicants* to decide again.
people-stays = The minute is over, so { $name } stays a media partner. If that is wrong, type *members { $name }* to remove them.
people-stays-other = { $name } was accepted by somebody else. If that is wrong, type *members { $name }* to remove them.
people-waits-again = Sorry, { $name }: that acceptance was not final. { $office } is still looking at your registration; we will tell you as soon as it is done.
people-welcome-title = ✅ You are registered with the media service of { $office }
people-welcome = Welcome, { $name }.
people-welcome-can = We will send releases here. Once your article is out, just send its link, 1–20 at once. *status* shows your links, *release* finds a release, *pause 3 days* keeps us quiet for a while.
people-refuse-why = Why do you refuse { $name }? The applicant will read the reason, so be clear and polite.
people-refused-done = The registration of { $name } is refused and they have been told. Reason: { $reason }
people-refused = ❌ Your registration with { $office } could not be accepted. Reason: { $reason }
people-refused-next = Once that is mended you may register again at any time: type *register*.
people-ask-what = What do you want to ask { $name }?
people-asked = ⏳ Your question was sent to { $name }. The answer will come back to you.
people-question = { $office } has a question about your registration: { $question }
people-question-next = Type your answer here, or press *Answer*.
people-answer-please = Please type your answer.
people-answered = ✅ Your answer was passed on. Your registration still waits to be verified.
people-added = ✅ What you added was passed on to staff. Your registration still waits to be verified, 2 working days at most since you registered.
people-words-only = ⚠️ We cannot pass on the photo or file yet, only the words.
people-enough = ⚠️ The last one was not passed on: you have added a lot within this hour. Please wait until staff have read it, then send it again.
people-settled-you = you
people-settled-accept = { $name } was already accepted by { $by }, { $at }. Nothing changed.
people-settled-refuse = The registration of { $name } was already refused by { $by }, { $at }. Nothing changed.
people-settled-readmit = { $name } was already let in again by { $by }, { $at }. Nothing changed.
people-settled-remove = { $name } was already removed by { $by }, { $at }. Nothing changed.
people-settled-leave = { $name } took the registration back, { $at }.

people-code-wait = ⏳ Several codes did not fit. Please try again in an hour, or ask the press office for a new link.
people-code-same = You are registered as { $role } already. The code was not used.
people-code-confirm = ⚠️ This code changes your role from { $was } to { $role }. Some of what you can do now will be gone. Go on?
people-code-kept = All right, you stay { $role }. The code was not used.
people-code-wrong = Sorry, that link or code cannot be used. Please ask the press office for a new one.
people-code-register = Journalists need no code: type *register*.
people-joined-title = ✅ Welcome to { $office }
people-joined = { $name }, you are registered as { $role }. Type *help* to see what you can do.
people-joined-name = ✅ The code is good: you are registered as { $role }. What is your full name?
people-last-admin = ⚠️ This is the only admin, so it cannot be changed yet. Make somebody else an admin first, with *team*.

people-pause-how-long = Pause for how long? Choose, or type for example *3 days*, *2 weeks* or *until Monday*.
people-pause-far = ⚠️ A pause is 365 days at most.
people-pause-past = ⚠️ That day is over already.
people-pause-misread = ⚠️ We could not read that length of time.
people-paused = ⏳ All right, we send nothing until { $until }. What had not been sent is cancelled. Type *resume* to end this sooner.
people-not-paused = You are not paused. We send messages as usual.
people-pause-over = ✅ Your pause is over. We send messages as usual again.
people-pause-over-journalist = Releases of that time can be found with *release*.
people-leave-confirm = You are about to leave this media service: your consent ends and what had not been sent is cancelled. Are you sure?
people-leave-staff = ⚠️ You are staff: to come back as staff you will need a new code from an admin.
people-withdraw-confirm = Your registration will be withdrawn: staff no longer look at it, and your consent is taken back. Are you sure?
people-not-withdrawn = ✅ All right, your registration is still being looked at.
people-withdrawn = ✅ Your registration is withdrawn. If you change your mind, type *register*.
people-stayed = ✅ All right, you stay registered.
people-left = ✅ You have left. We will not send anything more. Thank you for working with us; to come back, type *register*.
people-not-registered = You are not registered with this service, so there is nothing to change. Type *register* to register.

people-languages = Choose a language:
people-language-set = ✅ All right, we speak English.

people-list-team = Team: { $number ->
    [one] { $number } person
   *[other] { $number } people
}
people-list-members = Members: { $number ->
    [one] { $number } person
   *[other] { $number } people
}
people-list-removed = Removed: { $number ->
    [one] { $number } person
   *[other] { $number } people
}
people-list-found = Found { $number ->
    [one] { $number } person
   *[other] { $number } people
}
people-list-narrow = Not among them? Type more of the name after *members*.
people-member-line = • { $name }: { $role }
people-member-removed = • { $name }: { $role }, was removed
people-nobody-found = There is no member called “{ $sought }”. Try a part of the name.
people-pick-role = { $name } is { $role } now. Change it to what?
people-role-confirm = Change the role of { $name } from { $was } to { $role }?
people-role-own = ⚠️ This is your own role: some of what you can do now will be gone.
people-role-set = ✅ { $name } is { $role } now.
people-role-same = That is their role already.
people-role-changed = ⚠️ Somebody else has just changed the role. This is how it stands:
people-role-told = Your role at { $office } was changed from { $was } to { $role }.
people-gone = { $name } is not on the list any more: { $standing }.
people-leave-yourself = To leave yourself, type *leave*.
people-only-admin = Sorry, only an admin can remove staff.
people-remove-why = Why is { $name } to be removed? They will read the reason.
people-remove-confirm = ⚠️ Remove { $name } ({ $role })? All their access ends at once.
people-removed-done = ✅ { $name } was removed and told.
people-removed = Your access to the media service of { $office } has ended.
people-removed-next = If you think this is a mistake, contact { $contact }.
people-readmit-confirm = Let { $name } in again as { $role }?
people-readmitted-done = ✅ { $name } is in again as { $role } and has been told.
people-readmitted = ✅ Your access to the media service of { $office } is open again, as { $role }.
people-nothing-done = All right, nothing was changed.

people-profile-title = Your profile
people-profile-changed = ✅ Changed
people-new-name = What is your full name?
people-profile-waiting = Your registration, still waiting to be verified
people-profile-told = Staff have been told. Your registration still waits to be verified.
people-new-work = What is your work now? Choose, or type it.
people-new-area = Which area do you cover now?
people-no-outlet-needed = Staff need no outlet, press work or area in their profile.
people-outlet-changed = { $name } moved from { $before } to { $outlet }.
people-outlet-first = { $name } writes for { $outlet } now.
