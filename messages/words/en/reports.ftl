# Reports of the week and the month, and the book of clippings
report-week = Coverage of the week
report-month = Coverage of the month
report-clippings = Media clippings
report-none = No link is recognised yet.
report-week-before = The week before: { $links ->
    [one] { $links } link
   *[other] { $links } links
 }, { $texts ->
    [one] { $texts } text
   *[other] { $texts } texts
 }, { $outlets ->
    [one] { $outlets } outlet
   *[other] { $outlets } outlets
 } ({ $change } links).
report-month-before = The month before: { $links ->
    [one] { $links } link
   *[other] { $links } links
 }, { $texts ->
    [one] { $texts } text
   *[other] { $texts } texts
 }, { $outlets ->
    [one] { $outlets } outlet
   *[other] { $outlets } outlets
 } ({ $change } links).
report-questions = { $number ->
    [0] No question waits for an answer.
    [one] { $number } question is unanswered.
   *[other] { $number } questions are unanswered.
 }
report-release = { $code } { $headline }: { $links ->
    [one] { $links } link
   *[other] { $links } links
 }
report-book = The clippings: { $entries ->
    [one] { $entries } text.
   *[other] { $entries } texts.
 }
report-book-left = Only the first { $most } texts; the other { $number } are in *summary*.
report-coming = ⏳ { $title }, { $span }: being made, it comes in a moment.
report-how = “{ $typed }” is not a past day. For example: *weekly*, *monthly november*, *clippings flood this week*.
report-long = That is too long to look for; a word or two will do. For example: *clippings flood this week*.
report-links = links recognised
report-texts = different texts
report-outlets = Outlets with most links
report-outlets-of = Outlets with most links ({ $shown } of { $outlets })
report-day = { $day }/{ $month }
report-page = page { $page } of { $pages }
report-made = Made { $moment }.
report-letters = An empty box stands for letters or emoji that cannot be printed.
report-outlet-unknown = outlet not registered
report-same = the same text also in { $number ->
    [one] { $number } other link
   *[other] { $number } other links
 }
report-unread = (Its page could not be read.)
report-untitled = (no title)
