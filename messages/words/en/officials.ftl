# What officials ask and are told beside the morning summary
officials-can-report = *weekly*, *monthly*, *clippings flood*: chart and clippings
officials-can-ask = *news flood*, *my news today*, *which media came*
officials-can-delegate = *aide*: who gets copies of what you are told
officials-can-note = *notes U-58* and the text: what an official is prepared with before the doorstop
officials-news = News
officials-news-of = News of “{ $words }”
officials-news-title = { $sought }, { $when }
officials-news-none = { $sought }, { $when }: no link is recognised yet.
officials-news-how = Try other words or other days: *news flood this week*.
officials-news-numbers = { $links ->
    [one] { $links } link
   *[other] { $links } links
 } recognised{ $outlets ->
    [0] .
    [one] , from { $outlets } outlet.
   *[other] , from { $outlets } outlets.
 }
officials-left = … and { $number } more
officials-came = { $people ->
    [one] { $people } person
   *[other] { $people } people
 } { $outlets ->
    [0] came.
    [one] of { $outlets } outlet came:
   *[other] of { $outlets } outlets came:
 }
officials-came-none = Nobody is noted as present yet.
officials-came-nowhere = There was no event in the last seven days.
officials-agenda = Agenda of today, { $day }
officials-agenda-eve = Agenda of tomorrow, { $day }
officials-agenda-none = There is no event on { $day }.
officials-agenda-noted = Notes are written; they come 30 minutes before.
officials-facts = *Facts*
officials-questions = *Likely questions*
officials-numbers = *Numbers and their sources*
officials-note-kept = ✅ The notes of { $code } are kept. Officials get them 30 minutes before { $at }:
officials-note-unsent = ⏳ Invitation { $code } is not sent yet; its notes go only once it is.
officials-note-empty = The notes are empty.
officials-note-long = The notes are too long: { $longest } characters at most.
officials-note-many = { $facts } facts are enough to be read on the way.
officials-note-source = Each number needs its source, such as: 312 families (BPBD, 23 Nov).
officials-note-example = For example: *notes { $code }* Facts: rice for 312 families. Questions: when does the bridge open? Numbers: 312 families (BPBD, 23 Nov)
officials-note-unknown = There is no invitation { $code }. Type *invitations* to see what there is.
officials-note-which = Notes for which event?
officials-note-over = { $code } has begun or is off; its notes are not changed any more.
officials-delegates = Aides
officials-delegates-none = None yet.
officials-delegates-why = Aides get copies of summary, agenda and notes. Only you agree to quotes, unless you give an aide that right.
officials-delegate-reads = { $name }: gets copies
officials-delegate-agrees = { $name }: gets copies, may agree to quotes
officials-button-allow = Let agree: { $name }
officials-button-forbid = Stop agreeing: { $name }
officials-right-sure = May { $name } agree to quotes on your behalf? You are told each time, and can end it whenever you like.
officials-button-right-yes = Yes, allow
officials-button-right-no = No
officials-right-given = ✅ { $name } may agree to quotes on your behalf now.
officials-right-taken = ✅ { $name } may no longer agree to quotes; copies go on.
officials-right-yours = { $official } lets you agree to quotes on their behalf. What waits: *quotes*.
officials-right-over = { $official } has ended your right to agree to quotes. You still get copies.
officials-delegates-full = { $most } aides at most; remove one first.
officials-delegate-code = (code not used yet)
officials-button-add = Add an aide
officials-button-end = Remove { $name }
officials-delegate-made = Forward the next message to your aide. The code is for one person, until { $until }.
officials-delegate-come = { $name } is your aide now and gets copies. Not the right person? Type *aide*, then Remove.
officials-delegate-ended = ✅ { $name } gets no more copies.
officials-code-ended = ✅ That code no longer works.
officials-delegate-over = You get no more copies of what { $office } tells { $official }. Thank you.
officials-button-result = Result
officials-result = Result of { $code }
officials-result-went = Sent to { $sent ->
    [one] { $sent } person
   *[other] { $sent } people
 }, { $opened } opened it.
officials-result-none = No link is recognised yet.
officials-result-first = The first link came { $after } after it was sent.
officials-result-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }
officials-result-hours = { $hours } h { $minutes } min
