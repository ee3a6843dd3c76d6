# Personal data: erasing, downloading, how long, another consent, and checking the log
erase-ask = Your data will be erased: name, number, conversations, and files that are no evidence. You also leave the list.
erase-stays = What stays, without your name and with restricted access: links and proofs of publication that you sent, the words of appeals, and the record of what staff decided. Why: the government's archive rules and financial audits.
erase-sure = Are you sure? Press *Yes*, or type *yes, delete*.
erase-kept = All right, nothing was erased.
erase-taken = ✅ We have your request { $code }. Your messages and conversations are gone already; the rest will be gone by { $due }.
erase-open = ⏳ Request { $code } is under way and will be done by { $due }.
erase-runs = ⏳ Request { $code } is being finished, by { $due } at the latest.
erase-contact = Questions about personal data: contact { $contact }.
erase-button-back = Take the request back
erase-withdrawn = ✅ Your request was taken back. To receive releases again, type *register*.
erase-withdrawn-told = { $code } was taken back by its owner.
erase-ticket = ⏳ { $code }: a request to be erased
erase-soon = ⚠️ { $code }: the time for erasing is almost over
erase-ticket-lines = From person number { $person }, asked { $asked }. The 72 hours end: { $due }.
erase-state-open = If nobody presses, it runs by itself an hour before that.
erase-state-running = Under way.
erase-state-withdrawn = Taken back by its owner.
erase-state-done = ✅ Done.
erase-button-now = Erase now
erase-button-now-code = Erase { $code } now
erase-tickets = Requests to be erased: { $number }
erase-line = { $code } · by { $due }
erase-no-tickets = No request to be erased is waiting.
erase-no-ticket = There is no request with that code. Type *data requests* for the list.
erase-running = ⏳ { $code } is running. It takes about ten minutes; we will tell you.
erase-done = ✅ { $code } is done: { $rows } rows erased or emptied. Evidence and log stay, without a name.
erase-last-word = ✅ { $code }: your data at { $office } is erased. This is our last message.

keep-title = How long we keep what
keep-events = raw events of the apps
keep-chats = conversations and messages
keep-codes = one-time codes
keep-jobs = records of the system's work
keep-leavers = numbers of those who left
keep-strangers = guests who never registered
keep-questions = questions that ended, and their answers
keep-own-files = personal files that are no evidence
keep-evidence = proof of publication
keep-releases = releases
keep-log = the log of decisions (no names)
keep-for-ever = permanently
keep-years = { $years ->
    [one] { $years } year
   *[other] { $years } years
}
keep-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
keep-short = ⚠️ Not changed. At least { $least }.
keep-unread = ⚠️ We did not understand. Example: *change retention chats 60*.
keep-changed = ✅ Changed: { $what }.
keep-how = Admins change it with *change retention chats 60*. What is too old is dropped each night, and its number is noted in the log.

notice-again = The privacy notice of { $office } has changed: there is now *my data*, *delete my data*, and a clear time for everything. Do you agree?
notice-again-free = No hurry: releases come as always.
notice-agreed = ✅ Thank you, your consent is noted.

own-data-coming = ⏳ Your data is being prepared; we send it here in a moment.
own-data-enough = You asked for your data three times today. Please try again tomorrow.
own-data = This is everything that { $office } keeps about you: one file to read, one for machines (JSON). We drop them again after 7 days.
own-data-title = Personal data at { $office }: { $name }
own-data-about = Each part says what the data is kept for, and what happens to it when you type "delete my data".
own-data-goes = Erased when you ask for it.
own-data-stays = Kept, restricted, by the archive rules.

log-coming = ⏳ Log and evidence are being checked from beginning to end. We send the result here.
log-whole = ✅ The log is whole: { $rows } rows linked, checked { $at }. Evidence is as it was frozen.
log-note = Last seal: { $head }. Note it down, and type *check log { $head }* at any time to see that this row still stands.
log-broken = ❌ The log is not whole. Its good links end at row { $place }. The first that does not fit:
log-more = And { $number } more.
log-what-now = Compare with a backup: the database or a file was changed outside this service.
log-seal-stands = ✅ Seal { $seal } still stands in the log, from { $at }.
log-seal-gone = ❌ Seal { $seal } is not in this log. Check the typing; if it is right, the log was changed.
log-auditor-over = Your time as an auditor at { $office } is over. Thank you.
