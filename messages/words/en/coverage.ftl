# The morning summary for officials
coverage-title = Media summary of { $office }, { $when }
coverage-greeting = Good morning.
coverage-yesterday = Yesterday, { $day }
coverage-today = Today, { $day }, so far
coverage-span = { $first } to { $last }
coverage-nothing = { $when }, no links to articles came in.
coverage-received = { $when }: { $received } { $received ->
    [one] link
   *[other] links
} received,
coverage-none-recognised = none recognised by a verifier yet.
coverage-recognised = { $recognised } of them recognised.
coverage-recognised-from = { $recognised } of them recognised, from { $outlets } { $outlets ->
    [one] outlet
   *[other] outlets
}.
coverage-release = { $code } { $headline }: { $links } { $links ->
    [one] link
   *[other] links
} recognised, { $outlets } { $outlets ->
    [one] outlet
   *[other] outlets
}
coverage-corrected = ⚠️ Correction of { $code } { $headline } sent { $at }.
coverage-corrected-change = “{ $was }” should be “{ $now }”{ $more ->
    [0] .
    [one] , and { $more } other change.
   *[other] , and { $more } other changes.
 }
coverage-corrected-links = { $links ->
    [0] No recognised link was made from the old text.
    [one] { $links } recognised link was made from the old text{ $mended ->
        [0] .
       *[other] , { $mended } mended since.
    }
   *[other] { $links } recognised links were made from the old text{ $mended ->
        [0] .
       *[other] , { $mended } mended since.
    }
 }
coverage-corrections-left = … and { $number ->
    [one] { $number } other correction
   *[other] { $number } other corrections
 }
coverage-corrections = ⚠️ { $number ->
    [one] { $number } correction was sent.
   *[other] { $number } corrections were sent.
 }
coverage-waiting = ⏳ { $waiting } { $waiting ->
    [one] link waits
   *[other] links wait
} for a verifier, the oldest since { $since }.
coverage-sent = { $number } { $number ->
    [one] release
   *[other] releases
} sent: { $named }
coverage-how = “{ $typed }” is not a past day. For example: *summary 24/11*, *summary monday*, *summary this week*, *summary last month*.
coverage-button-list = Details
coverage-button-back = Back
coverage-button-more = More
coverage-list-title = { $total } { $total ->
    [one] link
   *[other] links
} on { $day }
coverage-state-received = waiting
coverage-state-recognised = recognised
coverage-state-noted = of no release
coverage-state-refused = refused
coverage-state-withdrawn = withdrawn
coverage-releases-left = … and { $number ->
    [one] { $number } other release
   *[other] { $number } other releases
 }
coverage-texts = { $texts ->
    [one] That is { $texts } different text.
   *[other] Those are { $texts } different texts.
 }
coverage-texts-unread = { $texts ->
    [one] That is { $texts } different text;
   *[other] Those are { $texts } different texts;
 } { $unread ->
    [one] { $unread } link
   *[other] { $unread } links
 } could not be read.
coverage-questions = ⚠️ { $number ->
    [one] { $number } question is
   *[other] { $number } questions are
 } unanswered, the oldest { $days ->
    [0] from today
    [one] for { $days } day
   *[other] for { $days } days
 }.
coverage-questions-at = ⚠️ { $number ->
    [one] { $number } question is
   *[other] { $number } questions are
 } unanswered, the oldest with { $unit }, { $days ->
    [0] from today
    [one] for { $days } day
   *[other] for { $days } days
 }.
coverage-button-agenda = Agenda of today
