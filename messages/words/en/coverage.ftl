# The morning summary for officials
coverage-title = Media summary of { $office }, { $when }
coverage-greeting = Good morning.
coverage-nothing = Yesterday, { $day }, no links to articles came in.
coverage-received = Yesterday, { $day }: { $received } { $received ->
    [one] link
   *[other] links
} received,
coverage-none-recognised = none recognised by a verifier yet.
coverage-recognised = { $recognised } recognised.
coverage-recognised-from = { $recognised } recognised, from { $outlets } { $outlets ->
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
coverage-waiting = ⏳ { $waiting } { $waiting ->
    [one] link waits
   *[other] links wait
} for a verifier, the oldest since { $since }.
coverage-button-list = Details
coverage-button-back = Back
coverage-button-more = More
coverage-list-title = { $total } { $total ->
    [one] link
   *[other] links
} on { $day }
coverage-state-received = waiting
coverage-state-recognised = recognised
coverage-state-refused = refused
coverage-state-withdrawn = withdrawn
