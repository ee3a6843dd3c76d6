# Announcements, and the reminder of the deadline for links
reminders-button-now = Now
reminders-button-send = Send
reminders-button-change = Change
reminders-button-drop = Cancel
reminders-button-text = Text
reminders-button-group = Recipients
reminders-button-when = Time
reminders-button-stop = Stop { $code }
reminders-button-back = Back
reminders-button-more = More

reminders-group-journalists = All journalists
reminders-group-online = Online media
reminders-group-print = Print media
reminders-group-tv = TV
reminders-group-radio = Radio
reminders-group-staff = Press office staff

reminders-text-ask = What is to be announced? Type it in one message, { $limit } characters at most.
reminders-text-others = To see what is scheduled already, type *announcements*.
reminders-text-empty = ⚠️ An announcement needs words, not only marks or emoji. What shall it say?
reminders-text-long = ⚠️ The text has { $length } characters, and { $limit } is the limit. Please make it shorter and send it again.
reminders-group-ask = Whom is this announcement for?
reminders-group-unknown = ⚠️ We do not know that group. Choose one of the buttons, or type its name.
reminders-when-ask = When shall it be sent? Press *Now*, or type the time, such as *tomorrow 08:00*, *24/11 10:00*, or *every Monday 08:00*.
reminders-when-unread = ⚠️ We could not read that time.
reminders-when-past = ⚠️ That time has passed.
reminders-when-no-time = ⚠️ The hour is missing. Please type the day together with the hour.
reminders-when-no-date = ⚠️ There is no such date, or the weekday does not fit it.
reminders-when-far = ⚠️ That is too far ahead; one year at most.

reminders-preview = This is what they will get. Is it right?
reminders-group = For: { $group }
reminders-for = For: { $group } ({ $people ->
    [one] 1 person
   *[other] { $people } people
})
reminders-paused = { $people ->
    [one] 1 person has
   *[other] { $people } people have
} paused and will not get it.
reminders-nobody = ⚠️ There is nobody in that group yet.
reminders-when-now = Time: now
reminders-when-once = Time: { $moment }
reminders-when-weekly = Time: every { $day ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[6] Sunday
} at { $hour }, next on { $moment }
reminders-confirm-unclear = ⚠️ We did not get that answer. Press one of the buttons, or type *yes*, *change* or *no*.
reminders-change-ask = What would you like to change?
reminders-change-unknown = ⚠️ We did not get that choice. Type *text*, *recipients* or *time*.

reminders-set-now = ⏳ { $code } is being sent to { $people ->
    [one] 1 person
   *[other] { $people } people
}.
reminders-set-quiet = ⏳ { $code } goes to { $people ->
    [one] 1 person
   *[other] { $people } people
} after the quiet hours, { $moment }.
reminders-set-later = ✅ { $code } is scheduled for { $group } (now { $people ->
    [one] 1 person
   *[other] { $people } people
}).
reminders-closed = That announcement is no longer being written, so nothing was sent. Type *announcement* to make a new one.
reminders-closed-set = That announcement was taken on as { $code } already, so it was not made twice. Type *{ $code }* to see it.

reminders-list-title = Scheduled announcements
reminders-list-line = { $code } · { $group }
    { $when }
    { $text }
reminders-list-empty = No announcement is scheduled. Type *announcement* to make one.
reminders-unknown = We have no announcement { $code }. Please check the number.
reminders-state-coming = ⏳ Waiting for its time.
reminders-state-sending = ⏳ Being sent: { $sent } sent, { $waiting } waiting.
reminders-state-sent = ✅ Sent to { $sent ->
    [one] 1 person
   *[other] { $sent } people
}.
reminders-state-stopped = Stopped by { $by } on { $ended }.
reminders-state-missed = ⚠️ Not sent: the service was off at its time.
reminders-stopped = { $code } is stopped and will not be sent any more.
reminders-stopped-waiting = { $sent ->
    [one] 1 message had
   *[other] { $sent } messages had
} already been sent; { $cancelled ->
    [one] 1 that was waiting is cancelled
   *[other] { $cancelled } that were waiting are cancelled
}.
reminders-sending = ⏳ { $code } is being sent to { $people ->
    [one] 1 person
   *[other] { $people } people
}.
reminders-next = It will be sent again on { $moment }.
reminders-missed = ⚠️ { $code } was not sent on { $moment }: the service was off, and now it is too late.
reminders-missed-end = If it is still needed, send it anew: type *announcement*.

reminders-announcement = Announcement of { $office }
reminders-nudge = Dear media partner, links to articles on { $code } are due by { $deadline }.
reminders-nudge-how = If your article is out, just send its link here. If you did not cover this, please ignore this message.
reminders-nudge-once = We send this reminder only once.
