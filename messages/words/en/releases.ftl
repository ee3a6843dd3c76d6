# Releases: written, approved, sent, read

# Writing
release-begin = Send the text of the release here: text and photos, in several messages if you like, or forwarded from another chat.
release-begin-end = When everything is here, type *done*. Type *cancel* to stop.
release-material = We received { $held }. Make it a release?
release-not-made = All right, no release was made. Type *new release* whenever you need one.
release-material-gone = We no longer keep that material. Forward it here once more, or type *new release*.
release-begun-already = { $code } is being put together already; nothing is lost. Please go on.
release-gathered = { $code }: noted { $held }.
release-characters = { $count ->
    [one] { $count } character of text
   *[other] { $count } characters of text
}
release-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
release-nothing = nothing yet
release-gather-on = Send more if there is more, or type *done*.
release-text-wanted = The text is still missing. Paste it here.
release-credit-wanted = Whose photo is it? Type for example *Photo: Rina Contoh*.
release-caption-unused = That caption was not put into the text. If it belongs there, send it as text.
release-text-too-long = ⚠️ The last text was not added: a release holds at most { $limit } characters. What came before is kept.
release-no-text = { $code } has no text yet. Paste it here, then type *done*.
release-file-size = ⚠️ One file was not added: { $size } MB, and the limit is { $limit } MB. Please send a smaller version.
release-file-many = ⚠️ One file was not added: a release holds at most { $most } files.
release-file-type = ⚠️ One file was left out: WhatsApp takes PDF, Word, Excel, PowerPoint, text, JPG or PNG pictures and MP4 videos only. Send it as one of these.
release-file-kind = ⚠️ One item was not added: we can only use photos, videos and documents. Please type what a voice note says.
release-photo-lost = ⚠️ One file of { $code } could not be downloaded, so it was left out. Send it again with *Photos*. If the release was submitted already, submit it once more.

# Headline, text, photos, receivers, deadline
release-ask-headline = Type the headline of { $code } (7–12 words, at most 150 characters).
release-headline-now = The headline now: { $headline }
release-headline-not-found = The text is kept, but we found no headline in it.
release-headline-empty = ⚠️ The headline is still empty.
release-headline-too-long = ⚠️ That headline has { $length } characters; the limit is { $limit }. Please shorten it.
release-headline-no-words = ⚠️ That headline holds no words. Please write it in letters.
release-ask-body = Send the whole new text of { $code }, in several messages if you like, then type *done*. If you send nothing, the text above stays.
release-body-gathered = { $count ->
    [one] New text: { $count } character. Send the rest, or type *done*.
   *[other] New text: { $count } characters. Send the rest, or type *done*.
}
release-body-empty = ⚠️ The text is still empty.
release-body-too-long = ⚠️ The last text was not added: a release holds at most { $limit } characters.
release-body-no-words = ⚠️ That text holds no words. Please write it in letters.
release-no-photos-yet = { $code } has no photos yet.
release-photos-how = Send photos to add them, type *Photo: name* for the credit, *remove 2* to take one out, or *done*.
release-photo-unknown = ⚠️ There is no such number. Type for example *remove 1* or *remove all*.
release-photo-fetching = ⏳ still being downloaded
release-kind-photo = Photo
release-kind-document = Document
release-uncredited = no credit
release-audience = Receivers of { $code }: { $audience }.
release-audience-how = Press a medium to choose it, or type for example *online and tv* or *to: online, topic health, district Contoh, except Rina*.
release-audience-unknown = ⚠️ We do not know that choice. There are: all, online, print, tv, radio, topic, district, group, except.
release-medium-all = all media
release-medium-online = online
release-medium-print = print
release-medium-tv = TV
release-medium-radio = radio
release-ask-deadline = Until when do links for { $code } count? Type for example *24/11 23:59*, *no deadline*, or *usual* (by the *rules*).
release-deadline-not = ⚠️ We did not understand that time.
release-deadline-past = ⚠️ That time has passed.
release-deadline-no-time = ⚠️ The hour is missing.
release-deadline-no-such-date = ⚠️ There is no such date.
release-deadline-too-far = ⚠️ That is too far ahead; a year is the most.
release-deadline-set = ✅ Links for { $code } count until { $moment }.
release-deadline-none = ✅ Links for { $code } count without a deadline.

# Draft
release-draft = { $code } · { $status } · preview
release-draft-seen = { $code } · { $office } · { $held } ·
release-photos = { $count ->
    [one] { $count } photo
   *[other] { $count } photos
}
release-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
release-photos-none = no photos
release-draft-missing = ⚠️ Still missing: { $names }.
release-draft-fetching = { $count ->
    [one] ⏳ { $count } file is still being downloaded.
   *[other] ⏳ { $count } files are still being downloaded.
}
release-draft-launch = Scheduled for { $moment }.
release-draft-usual = Deadline for links: by the *rules*.
release-draft-endless = Links count without a deadline.
release-draft-messages = { $sent ->
    [one] On this channel receivers see { $sent } message; messages of the full text: { $full }.
   *[other] On this channel receivers see { $sent } messages; messages of the full text: { $full }.
}
release-missing-headline = a headline
release-missing-quote = a quote
release-missing-contact = a contact
release-missing-credit = a photo credit
release-people = { $count ->
    [one] → { $count } person ({ $audience }).
   *[other] → { $count } people ({ $audience }).
}
release-people-out = Not sent to: { $names }.
release-people-digest = { $count } of them in the next digest.
release-out-unfollowing = { $count } (not following this topic)
release-out-left = { $count } (left)
release-out-paused = { $count } (paused)
release-people-template = { $count ->
    [one] { $count } person is
   *[other] { $count } people are
 } reached by a WhatsApp template only, an estimated { $cost }.
release-people-later = ⏳ WhatsApp lets us write first to { $limit } people in 24 hours: { $count } will get it after that.
release-out-unreachable = { $count } (cannot be reached)
release-ended-submitted = ⚠️ The release has changed, so it is no longer submitted. Please submit it again.
release-ended-approved = ⚠️ The release has changed, so it is no longer approved. Please submit it again.
release-ended-scheduled = ⚠️ The release has changed, so its approval and its schedule have ended. Please submit it again.
release-drafts = Your releases that are not finished:
release-drafts-none = You have no unfinished releases. Type *new release* to begin one.
release-drafts-more = There are { $count } more. Type the code, for example *draft R-12*.
release-untitled = (no headline yet)
release-discard = Discard { $code }? A discarded release cannot be used again.
release-discarded = { $code } was discarded.
release-kept = All right, it was not discarded.
release-which = Which release?
release-which-none = There is no such release. Type its code, for example *R-12*, or *drafts* for those not finished.

# Approval
release-submitted = ✅ { $code } was submitted to { $names }.
release-submitted-hint = If the text is changed now, it has to be submitted again.
release-no-approver = ❌ { $code } cannot be submitted: nobody else may approve it. Nobody approves what they wrote. Ask an admin for another approver.
release-review = { $code } by { $author } asks for your approval. The whole text:
release-review-people = { $count ->
    [one] Receivers: { $count } person ({ $audience }).
   *[other] Receivers: { $count } people ({ $audience }).
}
release-review-end = That is the whole text of { $code }. Approve sending it exactly like this?
release-review-unclear = ⚠️ We did not get that answer. Press *Approve* or *Ask for changes*, or type *yes* or *changes*.
release-waiting = Waiting for approval:
release-waiting-none = No release waits for approval.
release-approved = ✅ { $code } was approved by { $name }. Send it now?
release-approved-by-you = ✅ You approved { $code }. Send it now?
release-own = You wrote or changed { $code } yourself, so somebody else has to approve it.
release-changed = ⚠️ { $code } has changed since you last saw it. This is the new version:
release-fetching = { $count ->
    [one] ⏳ { $count } file of { $code } is still being downloaded. Press *Approve* again in a moment.
   *[other] ⏳ { $count } files of { $code } are still being downloaded. Press *Approve* again in a moment.
}
release-ask-note = What should be changed in { $code }? Your note goes to its writer.
release-note-too-long = ⚠️ That note is too long; the limit is { $limit } characters.
release-note-sent = ✅ Your note on { $code } went to { $author }. The release is a draft again.
release-note-unsent = { $code } is a draft again. Its writer no longer works here, so your note went to nobody.
release-returned = { $name } asks for changes to { $code }:
release-overturned-approval = ⚠️ { $name } changed { $code }; your approval has ended.
release-overturned-both = ⚠️ { $name } changed { $code }; your approval and the schedule, { $moment }, have ended.
release-overturned-schedule = ⚠️ { $name } changed { $code }; its approval and your schedule, { $moment }, have ended.
release-stands = { $code } { $status }.
release-stands-by = By { $name }, { $moment }.
release-stands-launch = Scheduled for { $moment }.
release-status-draft = is still a draft
release-status-submitted = waits for approval
release-status-approved = is approved
release-status-scheduled = is scheduled
release-status-sending = is being sent
release-status-paused = is stopped for now
release-status-sent = was sent
release-status-discarded = was discarded
release-status-recalled = was taken back

# Sending
release-holiday = ⚠️ That day is a holiday: { $name }.
release-quiet = ⏳ Quiet hours: it waits until { $moment }.
release-later =
    { $count ->
        [one] ⏳ { $count } person gets it { $moment }.
       *[other] ⏳ { $count } people get it { $moment }.
    }
release-confirm = Send { $code } now?
release-confirm-scheduled = ⚠️ { $code }: { $name } has scheduled it for { $moment }; send it now all the same?
release-nobody = ❌ { $code } cannot be sent: no registered journalist could receive it. Check *Receivers*, or verify applicants first.
release-not-now = All right, not now. The release stays approved; type *send* with its code at any time.
release-ask-moment = When is { $code } to be sent? Type for example *tomorrow 08:00* or *24/11 14:30*.
release-moment-not = ⚠️ We did not understand that time.
release-moment-past = ⚠️ That time has passed.
release-moment-no-time = ⚠️ The hour is missing.
release-moment-no-such-date = ⚠️ There is no such date.
release-moment-too-far = ⚠️ That is too far ahead; a year is the most.
release-confirm-moment = Send { $code } on { $moment }?
release-scheduled = ✅ { $code } will be sent on { $moment }.
release-unscheduled = { $code } is no longer scheduled. It stays approved and is not sent by itself. It was to be sent on { $moment }.
release-overtaken-sent = { $name } sent { $code } just now. Your schedule, { $moment }, no longer holds.
release-overtaken-unscheduled = { $name } took { $code } off its schedule, { $moment }. It stays approved.
release-missed = ⚠️ { $code } was not sent on { $moment }: the service was off, and now it is too late. The release is still approved. Send it after all?
release-progress = ⏳ { $code }: sent { $sent } of { $total }
release-flooded = ⚠️ { $code } stopped by itself at { $sent } of { $total } people: WhatsApp limits what this number sends. What was not sent is kept. Wait some hours, then continue.
release-progress-paused = ⚠️ { $code } is stopped: sent { $sent } of { $total }, held { $waiting }
release-progress-done = ✅ { $code } is done: sent { $sent } of { $total }
release-count-sent = Sent { $count }
release-count-opened = opened { $count }
release-count-elsewhere = on the other channel { $count }
release-count-waiting = waiting { $count }
release-count-failed = failed { $count }
release-count-unsure = uncertain { $count }
release-count-cancelled = cancelled { $count }
release-problem-gone = { $count } blocked the bot or closed their account
release-problem-refused = { $count } refused by the platform
release-problem-other = { $count } technical trouble
release-report = Report on { $code }
release-report-at = Sending began { $moment }.
release-count-arrived = arrived { $count }
release-count-read = read { $count }
release-report-honest-told = “Sent” means the platform accepted it. That it arrived or was read is known from WhatsApp only, where people allow it. “Opened” means the full text was asked for.
release-problem-unwanted = { $count } no longer want broadcasts
release-problem-limit = { $count } held up by a limit or a fault of WhatsApp
release-problem-closed = { $count } have long been silent, and the template was refused
release-parked-talk = ⏳ { $count } can only get it once they have written to us.
release-parked-template = ⏳ { $count } wait until Meta approves the WhatsApp template. Admin: main.py templates.
release-parked-openings = ⏳ { $count } are waiting for WhatsApp's daily limit; it goes by itself as soon as there is room.
release-parked-ceiling = ⏳ { $count } are held since this month's WhatsApp ceiling is reached.
release-report-honest = “Sent” means the platform accepted it. Whether it reached the phone we cannot know. “Opened” means the full text was asked for.
release-whose-unsure = May not have arrived: { $names }
release-whose-twice = May have come twice: { $names }
release-whose-failed = Failed: { $names }
release-whose-more = {" "}and { $count } more
release-nothing-failed = There is no message of { $code } to send again: none has failed, all of them are queued again already, or their receivers paused or left.

# Reading
release-edition = { $code } (v{ $number })
release-signature = { $code } · { $office } · { $at }
release-credit = Photo: { $names }
release-links-until = Links are awaited until { $moment }.
release-links-by-rule = This is for online outlets; others go by the *rules*.
release-links-closed = The deadline for links has passed: { $moment }.
release-licence = Free to use in news reports with the credit; not for advertising.
release-originals = { $count ->
    [one] { $code }: { $count } original file.
   *[other] { $code }: { $count } original files.
}
release-no-photos = This release came without photos.
release-hits-for = Releases: { $asked }
release-hits-latest = Latest releases
release-hits-rest = There are { $count } more. Type *more*.
release-none-found = There are no releases to show yet.
release-none-found-for = No release found for “{ $asked }”. Try another word, a day (*release yesterday*), or the code (*R-12*).
release-no-more = There are no more. Type for example *release flood* to search.

# Buttons
release-button-make = Make a release
release-button-no = No
release-button-done = Done
release-button-submit = Submit
release-button-headline = Change headline
release-button-body = Change text
release-button-photos = Photos
release-button-audience = Receivers
release-button-deadline = Link deadline
release-button-whole = See in full
release-button-discard = Discard
release-button-yes-discard = Yes, discard
release-button-draft = See draft
release-button-approve = Approve
release-button-changes = Ask for changes
release-button-send = Send now
release-button-yes-send = Yes, send
release-button-schedule = Schedule
release-button-unschedule = Do not send
release-button-schedule-again = Schedule again
release-button-other-moment = Other time
release-button-not-now = Cancel
release-button-yes = Yes
release-button-change = Change
release-button-pause = Stop
release-button-resume = Go on
release-button-abandon = Cancel the rest
release-button-report = Report
release-button-resend = { $count ->
    [one] Resend { $count } that failed
   *[other] Resend { $count } that failed
}
release-button-full = Full text
release-button-originals = Photos
release-button-more = More
