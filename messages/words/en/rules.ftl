# The office's rules
rules-title = Rules of { $office }
rules-shipped = Version { $version }, what the office started with; no regulation is noted yet.
rules-version = Version { $version }, in force since { $since }.
rules-reference = By: { $reference }
rules-line = { $field }: { $value }
rules-change = { $field }: *{ $value }* (before: { $was })
rules-coming = *From { $since }* (version { $version }). By: { $reference }
rules-explained = Deadlines count from the day of the event or release, until 23:59 of the last day. Each decision goes by the rules of its day.
rules-field-days-online = Deadline for online links
rules-field-days-print = Deadline for print
rules-field-days-radio = Deadline for radio
rules-field-days-tv = Deadline for television
rules-field-quota = Each outlet in a month
rules-field-per-day = Each outlet on one day
rules-field-recognised = Like the release, recognised from
rules-field-doubtful = Like the release, looked at from
rules-field-copies = Same text on several sites, looked at from
rules-field-quiet-from = Quiet hours from
rules-field-quiet-until = Quiet hours until
rules-field-appeal-days = Appeals are answered within
rules-field-four-eyes = Decisions on links are confirmed by two people
rules-field-alone = Where there is only one person, they may decide alone
rules-in-workdays = { $number } working { $number ->
    [one] day
   *[other] days
}
rules-yes = yes
rules-no = no
rules-in-days =
    { $number ->
        [0] the same day
        [one] { $number } day
       *[other] { $number } days
    }
rules-in-links =
    { $number ->
        [one] { $number } link
       *[other] { $number } links
    }
rules-field-maghrib = Quiet before and after Maghrib
rules-field-friday-from = Quiet on Fridays from
rules-field-friday-until = Quiet on Fridays until
rules-field-place = Where the office is, for Maghrib
rules-field-service-from = Journalists' questions are answered on working days from
rules-field-service-until = Journalists' questions are answered until
rules-field-answer-hours = A question is answered within
rules-in-hours =
    { $number ->
        [one] { $number } hour of service
       *[other] { $number } hours of service
    }
rules-in-minutes =
    { $number ->
        [0] none
        [one] { $number } minute
       *[other] { $number } minutes
    }
rules-city = the city of its time zone
rules-wrong-place = Type latitude and longitude from a map, for example: -3.39, 104.83
rules-wrong-service = The hours of service end an hour or more after they begin.
rules-wrong-friday = Friday's quiet time ends after it begins.
rules-in-percent = { $number } %
rules-in-sites =
    { $number ->
        [one] { $number } site
       *[other] { $number } sites
    }
rules-unlimited = no limit
rules-at = { $hour }:{ $minute }
rules-button-change = Change a rule
rules-button-show = See the rules
rules-button-back = Take back version { $version }
rules-which = Which rule shall change?
rules-ask-value = *{ $field }* is { $was } now. Type the new value.
rules-ask-reference = By which regulation? For example: Perbup 12/2026 Pasal 7. Journalists read it too.
rules-ask-since = From when does it hold? Not before { $first }.
rules-sure = From { $since }
rules-affected =
    { $number ->
        [0] Of the links of the last 30 days, none would be affected.
        [one] Of the links of the last 30 days, { $number } would be affected.
       *[other] Of the links of the last 30 days, { $number } would be affected.
    }
rules-one-decider = ⚠️ Only one person may decide about links so far. What they propose waits until there is a second.
rules-stands = What has been decided stays. Keep this rule?
rules-saved = ✅ Kept as version { $version }, in force from { $since }.
rules-news = { $by } changed the rules: version { $version }, in force from { $since }.
rules-kept = All right, the rules stay as they are.
rules-overtaken = ⚠️ Not kept: a colleague changed the rules a moment ago. They are now:
rules-back-sure = Take back version { $version }, which would begin on { $since }?
rules-taken-back = ✅ Version { $version } is taken back. The rules before it go on.
rules-wrong-number = Type a number from { $least } to { $most }.
rules-wrong-hour = Type the hour, such as 21:00.
rules-wrong-flag = Type *yes* or *no*.
rules-wrong-order = What is looked at must lie below what is recognised.
rules-wrong-night = Quiet hours begin in the evening and end the next morning.
rules-wrong-same = It is that already.
rules-wrong-reference = Write the regulation in one line, without a link.
rules-wrong-date = We could not read that date. For example: 1 December 2026.
rules-wrong-early = It cannot hold before { $first }.
