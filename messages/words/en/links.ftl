# Links from journalists: the answer, the decisions, the history, and the verifiers' queue
links-button-also = I also write for { $outlet }
links-button-mistaken = Sent by mistake
links-button-mistaken-one = { $code } sent by mistake
links-button-details = See the steps
links-button-recognise = Recognise
links-button-refuse = Refuse
links-button-skip = Skip
links-button-undo = Undo
links-button-queue = Queue
links-button-from-start = From the start

links-how = Just send the links to your articles here, 1–20 at once, in any text. We answer once when all of them are in.
links-received-all = Received { $taken } { $taken ->
    [one] link
   *[other] links
}:
links-received-some = Received { $taken } of { $total } links:
links-received-none = No new link among the { $total } { $total ->
    [one] link
   *[other] links
} you sent:
links-taken = { $code } ✅ { $outlet }
links-taken-release = { $code } ✅ { $outlet } — { $release }
links-taken-claimed = { $code } ⏳ { $outlet }: the press office is asked whether you write there too
links-asked = { $code } ⏳ { $outlet }: outlet not known yet, the press office is asked
links-short = { $code } ⏳ { $outlet }: a short link or a mobile page, we are opening it
links-other = { $code } ⚠️ This link belongs to { $outlet }. You are registered with { $own }.
links-other-none = { $code } ⚠️ This link belongs to { $outlet }. You are not registered with any outlet.
links-post = { $outlet } (social media post)
links-no-outlet = outlet not on record
links-again = { $place }: already recorded { $when } as { $code } ({ $state }). No need to send it again.
links-again-ended = { $place }: already recorded { $when } as { $code } ({ $state }). Type *{ $code }* for the reason.
links-again-other = { $place }: already recorded { $when } as { $code }, from a colleague. An article is recorded once.
links-place = link no. { $at }
links-place-only = This link
links-refused-line = ❌ { $place }: { $why }
links-left = ⚠️ 20 links at most at once. { $number ->
    [one] This link was
   *[other] These { $number } links were
} not taken; please send again:
links-left-more = … and { $more } more after those
links-history-received = ✅ here means received; a link is recognised once it was checked. Type *status* for your history.
links-history = Type *status* for your history.

links-not-home = the front page of a site or an account, not an article. Open the article and send its link.
links-not-category = a category page, not an article. Please send the link of the article itself.
links-not-tag = a tag or topic page, not an article. Please send the link of the article itself.
links-not-label = a label page, not an article. Please send the link of the article itself.
links-not-search = a page of search results, not an article. Please send the link of the article itself.
links-not-author = an author's page, not an article. Please send the link of the article itself.
links-not-about = a page about the outlet, not an article. Please send the link of the article itself.
links-not-feed = a news feed (RSS), not an article. Please send the link of the article itself.
links-not-api = an address for machines, not an article. Please send the link of the article itself.
links-not-file = a file, not an article. Please send the link of the article's page.
links-not-image = a picture, not an article. Please send the link of the article's page.
links-not-chat = a link to a chat or group. Please send the link of the article itself.
links-not-share = a link to a shared file or a map. Please send the link of the article's page.
links-not-news-token = a Google News link that does not hold the real address. Open the article and send the link from the outlet's site.
links-not-too-deep = the address is wrapped in too many layers. Open the article and send the link from the outlet's site.
links-not-too-long = the address is too long. Open the article and send the link from the outlet's site.
links-not-space = there is a space in the middle of the address. Please copy the whole link again.
links-not-a-link = we cannot read this address. Please copy the whole link again.

links-claimed = Thank you. The press office will check that you write for { $outlet } too. Meanwhile { $codes } is kept.
links-nothing-open = No link of yours from { $outlet } is in question any more.
links-take-back = Take back { $code }? The link will not be counted.
links-button-take-back = Yes, take back { $code }
links-button-keep = No
links-kept = All right, the link stays on record.
links-taken-back = All right, { $code } is not recorded.
links-stands = { $code } is { $state }, so it is not changed here. Type *{ $code }* for its steps.

links-state-received = received
links-state-recognised = recognised
links-state-noted = noted, of no release
links-state-refused = refused
links-state-withdrawn = withdrawn
links-why-broken = The page cannot be opened
links-why-page = Not the page of one article
links-why-outlet = Not the site of a registered outlet
links-why-copy = A copy from another outlet
links-why-topic = Not about the work of this office
links-why-late = After the deadline
links-why-appeal = Appeal accepted
links-why-misdirected = Sent by mistake
links-why-undone = The earlier decision was undone
links-way-broken = Please check whether the page opens. If it does, appeal.
links-way-page = Please send the link of the article itself.
links-way-outlet = If the site belongs to your outlet, tell { $office } so that it can be registered.
links-way-copy = If you wrote an article of your own, send that link.
links-way-ask = If you think this is wrong, appeal; somebody else answers.
links-way-late = If there was a reason, appeal with your evidence; a person answers.

links-recognised = Dear colleague, { $number } { $number ->
    [one] link of yours was
   *[other] links of yours were
} recognised today:
links-none-recognised = No link of yours has been recognised today yet.
links-refused = ❌ { $code } is not recognised. Reason: { $reason }.
links-withdrawn = ⚠️ { $code } was withdrawn, so it no longer counts. Reason: { $reason }.
links-reopened = ⏳ We are looking at { $code } once more. The decision ({ $was }) was undone.
links-counts-again = ✅ { $code } counts again. The decision ({ $was }) was undone.

links-month-own = Your links, { $month }
links-month-all = All links, { $month }
links-month-counts = { $received } received · { $recognised } recognised · { $waiting } being checked · { $refused } refused
links-month-withdrawn = { $counts } · { $withdrawn } withdrawn
links-month-noted = { $counts } · { $noted } of no release
links-month-none = No links this month yet. Just send the links to your articles here.
links-month-newest = Newest:
links-month-more = … and { $more } more: type *status all*
links-all-own = All your links
links-all = All links
links-button-newer = Newer
links-button-older = Older
links-month-hint = Type a code to see every step.
links-step = { $when } · { $state }
links-step-by = { $when } · { $state } by { $by }
links-step-checked = { $when } · checked: { $found } (rules version { $version })
links-step-why = { $step }: { $reason }
links-about = About { $release }: { $headline }
links-held = Now waiting for a verifier of { $office } to decide.
links-about-none = Not tied to a release.
links-unknown = L-{ $number } was not found. Please check the number.
links-unknown-own = L-{ $number } is not among your links. Type *status* to see them.
links-status-how = “{ $typed }” is neither the code of a link nor a past month. For example: *status L-12*, *status october*, *status all*, or just *status*.

links-queue = { $left } { $left ->
    [one] link is
   *[other] links are
} waiting
links-queue-sent = { $code } · from { $sender }, { $when }
links-queue-found = { $code }: { $found }
links-queue-empty = ✅ No link is waiting.
links-queue-end = That was the last. { $left } skipped { $left ->
    [one] link is
   *[other] links are
} still waiting.
links-queue-why = Why is { $code } refused? Choose one, or type another reason.
links-doubt-unknown = ⚠️ This site is not in the register. If it is an outlet, add it with *outlets*, then recognise the link.
links-doubt-lookalike = ⚠️ This site is not registered, and its name looks like one that is. Check the address letter by letter.
links-like = ⚠️ This site looks like { $host } ({ $outlet }), but is not registered: { $how }. What was sent: { $shown }. Check it letter by letter.
links-like-letters = { $how }: { $signs }
links-like-within = that name stands before another site
links-like-signs = letters, digits or signs that only look the same
links-like-longer = something is added behind the name
links-like-spelled = only one letter differs
links-like-ending = its ending is nearly the same
links-like-news = { $code } from { $sender } leads to a site that looks like a registered outlet's. It is not recognised automatically.
links-doubt-other = ⚠️ The site belongs to { $outlet }, but { $sender } is not registered there.
links-doubt-claimed = ⚠️ { $sender } says they write for { $outlet } too. Recognising this link confirms it.
links-doubt-short = ⚠️ A short link or a mobile page: open it first to see the article.
links-because = Reason: { $reason }.
links-decided-recognised = ✅ { $code } from { $sender } is recognised.
links-decided-refused = ❌ { $code } from { $sender } is refused.
links-decided-withdrawn = ⚠️ { $code } from { $sender } is withdrawn.
links-undone = The decision was undone. { $code } is { $state } again.
links-settled-received = { $code } still waits for a decision, since { $when }.
links-settled-recognised = { $code } was recognised { $when }
links-settled-noted = { $code } was noted as of no release { $when }
links-settled-refused = { $code } was refused { $when }
links-settled-withdrawn = { $code } was withdrawn { $when }
links-settled-by = by { $by }.
links-settled-rules = by the rules alone.
links-settled-own = by yourself.
links-withdraw-how = Give the code and the reason, for example *withdraw L-12 the page is gone*.
links-withdraw-why = Why is { $code } withdrawn? Type the reason.
links-reason-long = ⚠️ That reason is too long. Please keep it under 300 characters.
links-reason-letters = ⚠️ Please write the reason in words.
links-reason-few = ⚠️ The journalist will read this reason. Please write a short sentence, such as *published five days late*, or type *cancel*.
links-reason-sure = Send this reason to { $sender } for { $code }?
links-button-send = Send
links-button-change = Change
links-recognise-how = Give the code, for example *recognise L-12* or *recognise L-12 L-13*. To see them one by one: *queue*.
links-refuse-how = Give the code, for example *refuse L-12*, with the reason if you like. To see them one by one: *queue*.
links-several-done = ✅ { $code } recognised
links-several-second = ⏳ { $code } waits for a second person
links-several-doubt = ⏳ { $code } not recognised yet: have a look first, type *{ $code }*
links-several-before = { $code } unchanged: { $state } already
links-several-unknown = { $code } was not found
links-several-hint = A mistake? Type the code, then press Undo.

links-checked = Your links, checked
links-checked-decided = { $link }: { $state }
links-checked-refused = { $link }: refused, { $why }
links-checked-late = { $why }: published on day { $days }, received { $sent }, deadline { $until }
links-checked-open = { $link }: still being checked
links-checked-waiting = { $link }: somebody looks at it first, { $why }
links-left-of = Quota left of { $outlet }, { $month }: { $left }.
links-checked-until = Links of { $release } count until { $when }.
links-found-alike = like { $release } by { $score } %
links-found-alike-day = { $alike }, published on day { $days }
links-found-same = same text as { $codes }
links-found-hidden = not all of the page could be read
links-found-spam = the page carries gambling advertisements
links-found-partly = not alike enough to the release
links-found-excerpt = only a part is from the release
links-found-two = like more than one release
links-found-dates = the page's date needs a look
links-found-copies = the same text is on several sites
links-found-late = after the deadline
links-found-no-release = of no release
links-found-later = the site does not answer
links-found-gone = the site says there is no such page
links-found-refused = the site cannot be read automatically
links-found-robots = the site asks not to be read automatically
links-found-forbidden = the address leads to no public site
links-found-lost = the address is redirected too often
links-found-too-large = the page is too large
links-found-not-a-page = it does not read as an article's page
links-found-quota = the outlet's quota is used up
links-found-unknown = the outlet is not known yet
links-found-other = an outlet other than the registered one
links-found-short = a short link
