# What the desk says whatever the feature
desk-help-title = Media service of { $office }
desk-help-end = Just type in plain words; buttons are only shortcuts.
desk-can-today = *today*: what waits for you
desk-can-find = *search flood*: search all that you may see
desk-can-register = *register*: join as a media partner
desk-can-mend = *profile*: see and correct your registration
desk-can-add = just type what you want to add; we pass it on to staff
desk-can-withdraw = *withdraw registration*: take your registration back
desk-can-links = send the links to your articles at any time, 1–20 at once
desk-can-status = *status*: your links; *status L-12* for one of them
desk-can-appeal = *appeal*: your appeals; *appeal L-12* where a link was refused by mistake
desk-can-appeals = *appeals*: appeals that wait for an answer
desk-can-releases = *release flood*, *release yesterday*, *R-12*: find a release
desk-can-pause = *pause 3 days*: no messages for a while
desk-can-leave = *leave*: be taken off the list
desk-can-draft = *new release*: make a release from text and photos; *drafts* for those not finished
desk-can-send = *send R-12* or *send R-12 tomorrow 08:00*; *halt R-12*
desk-can-report = *report R-12*: how the sending went
desk-can-announce = *announcement*: a short message to a group
desk-can-invite-media = *new invitation*: to an event; *invitations* for those that are open, and who came
desk-can-events = *invitations*: coming events and your answers
desk-can-approve = *approvals*: releases that wait for approval
desk-can-queue = *queue*: links that wait for a decision; *recognise L-12*, *refuse L-12*, *withdraw L-12*
desk-can-links-all = *status*: all links of this month; *status L-12* for one of them
desk-can-recap = *recap november*: the sheet and its marks; then *invoice recap november* and *pay recap november*
desk-can-pack = *audit pack november*: one ZIP for an auditor, read without our software
desk-can-recap-read = *recap november*: a sheet of a month's links, from recognised to paid
desk-can-applicants = *applicants*: journalists who wait to be verified
desk-can-outlets = *outlets*: the outlets and their web addresses
desk-can-import = *import*: read in the register of outlets or journalists from XLSX/CSV; *export* to get it
desk-can-rules = *rules*: deadlines, quotas, and the regulation
desk-can-rule = *rules*: those in force; *change rules* to change one
desk-can-team = *team*: staff and their roles; *members* to find people
desk-can-invite = *invite*: an invitation for new staff or journalists
desk-can-summary = *summary*: yesterday's media summary
desk-can-connect = *connect*: use Telegram and WhatsApp as one person
desk-can-privacy = *privacy*, *my data*, *delete my data*: your personal data
desk-can-block = *block Rina*: propose a block; *lift block B-3*
desk-can-data = *data requests*: requests to be erased; *retention*
desk-can-audit = *check log*: whether log and evidence are unchanged; *retention*
desk-can-language = *language*: change the language (Indonesia, English)
desk-can-cancel = *cancel*: drop what you are filling in
desk-button-help = Help
desk-button-register = Register
desk-choose = Choose
desk-more = More
desk-prompt = Please choose:
desk-salam = Peace be upon you too.
desk-greeting = { $part ->
    [morning] Good morning
    [noon] Good afternoon
    [afternoon] Good afternoon
   *[night] Good evening
}{ $who ->
    [official] , Sir or Madam.
   *[other] .
}
desk-greeting-can = How can we help? Type *help* to see what there is.
desk-choices = That number is not among the last choices. Type one of these:
desk-not-understood = Sorry, we did not get that. Try other words, or type *help*.
desk-register-first = Welcome to the media service of { $office }. To use it, please register first; it is quick: type *register*, also to go on with what you have begun.
desk-still-waiting = { $office } is still checking your registration; it takes 2 working days at most. We will tell you as soon as it is done.
desk-removed = Your access to the media service of { $office } has been ended. If this is a mistake, please contact { $contact }.
desk-blocked = This is withheld from you for a while; our message about the block says why. Releases still come, and your links are recorded.
desk-not-allowed = Sorry, this is not part of your work here. Type *help* to see what you can do.
desk-stale = That button is no longer valid. Type *help* to see what there is.
desk-foreign = That button was made for somebody else, so nothing was done.
desk-cancelled = All right, cancelled. Nothing was sent.
desk-nothing-to-cancel = There is nothing to cancel. What would you like to do?
desk-words-please = Sorry, we can only read text here. Please type it.
desk-form-stays = What you have filled in is kept.
desk-form-waits = Your form is still waiting. Go on by answering the last question, or type *cancel*.
desk-form-left = The form was left.
desk-too-long = That text is too long to read at once ({ $limit } characters at most). Please send it in several messages.
desk-failed = Sorry, we could not process your message. It is kept and our technicians will look at it. Please try once more.
desk-slower = That is a lot of messages within a minute. We have them all; the answers follow in a moment.
template-stopped = ⚠️ Meta has { $how ->
    [rejected] rejected
    [paused] paused
    [disabled] disabled
   *[other] withdrawn
} the WhatsApp template { $name } ({ $language }).
template-why = Meta's reason: { $reason }.
template-meanwhile = Until it is approved again, people whose talk is closed get this only after they write. Your technical staff can look with main.py templates.
template-moved = ⚠️ Meta has moved the WhatsApp template { $name } ({ $language }) from { $before } to { $now }. Its price changes with that; see *cost*.
template-category = { $category ->
    [marketing] marketing
    [utility] utility
   *[other] another category
}
template-what-reply = an answer
template-what-notice = news
template-what-release = a release
template-what-invitation = an invitation
template-what-announcement = an announcement
template-what-reminder = a reminder
template-what-digest = a summary
desk-nothing-waits = ✅ All news for you has been sent above.
