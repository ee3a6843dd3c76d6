# Appeals of journalists against decisions on links, and the answers
appeals-button = Appeal
appeals-button-code = Appeal { $code }
appeals-button-send = Send appeal
appeals-button-drop = Leave it
appeals-button-withdraw = Withdraw appeal
appeals-button-keep = Keep appeal
appeals-button-list = Appeals
appeals-button-accept = Accept appeal
appeals-button-refuse = Refuse appeal
appeals-ground = By: { $reference } (rules version { $version }, in force since { $since }).
appeals-ground-first = By: rules version { $version }.

appeals-which = Which link do you think was refused by mistake?
appeals-ask = Why should { $code } be recognised? Write your reason; photos, files or links may come with it as evidence.
appeals-few = ⚠️ Please write the reason as a short sentence, such as *the event ended that night*.
appeals-long = ⚠️ That reason is too long. Please make it shorter, 1,000 characters at most.
appeals-many = ⚠️ 5 files at most. The others were not taken.
appeals-file = ⚠️ We cannot take that file. Send a photo or a document of at most { $limit } MB.
appeals-changed = ⚠️ It was decided anew since you wrote. The reason is now: { $reason }.
appeals-sure = Send this appeal about { $code }?
appeals-words = “{ $words }”
appeals-files =
    { $number ->
        [0] No files.
        [one] Evidence: 1 file.
       *[other] Evidence: { $number } files.
    }
appeals-more = Type or send files to add to it.
appeals-due = The answer comes by { $due } at the latest.
appeals-who-other = Somebody else answers, not who decided.
appeals-who-same = Only one person here may decide, so they answer it themselves; that is noted.
appeals-who-nobody = Nobody else may answer at the moment; we ask the office to name somebody.
appeals-sent = ✅ We have your appeal about { $code }.
appeals-dropped = All right, no appeal was sent.
appeals-withdraw-sure = Withdraw the appeal about { $code }? A decision can be appealed only once.
appeals-withdrawn = All right, the appeal about { $code } is withdrawn. The decision stands.
appeals-withdraw-how = Give the code, for example *withdraw appeal L-12*.
appeals-none-open = No appeal of yours about { $code } waits for an answer.
appeals-closed = { $code } is { $state }, so there is nothing to appeal.
appeals-gone = That list of links is no longer kept. Please send the link again.

appeals-own = Your appeals
appeals-own-none = You have made no appeal. A refused link has the button Appeal, or type *appeal L-12*.
appeals-line = { $code } · { $state }
appeals-line-open = { $code } · { $state }, to be answered by { $due }
appeals-state-open = waiting for an answer
appeals-state-accepted = accepted
appeals-state-refused = not accepted
appeals-state-withdrawn = withdrawn
appeals-state-moot = over: the decision was undone
appeals-stands = Appeal about { $code }: { $state }.
appeals-once = A decision can be appealed only once.
appeals-because = Reason: { $reason }.
appeals-step-raised = { $when } · appeal made, to be answered by { $due }
appeals-step-ended = { $when } · appeal { $state }

appeals-list =
    { $number ->
        [0] ✅ No appeal is waiting.
        [one] 1 appeal is waiting
       *[other] { $number } appeals are waiting
    }
appeals-item = { $code } · { $sender }, by { $due }
appeals-item-late = ⚠️ { $code } · { $sender }, was due { $due }
appeals-item-own = { $line } (you decided)
appeals-statistics = Overturned on appeal: { $overturned } of { $answered } answered.
appeals-one = Appeal about { $code }
appeals-from = { $sender }, { $when }:
appeals-decided-by = Decision: { $state } by { $by }, { $when }. Reason: { $reason }.
appeals-decided-rules = Decision: { $state } automatically, { $when }. Reason: { $reason }.
appeals-found = Measured: { $found }.
appeals-yours = You decided this, so somebody else answers. If your decision was a mistake, just undo it.
appeals-alone = ⚠️ You decided this, and there is nobody else. The office lets you answer yourself; that is noted and told.
appeals-nobody = ⚠️ You decided this, and nobody else may answer. An admin can add one with *invite*; or undo your decision if it was a mistake.
appeals-unfetched = Files are still being downloaded. Wait a moment, then open it again.
appeals-why = Why is the appeal about { $code } not accepted? Type the reason.
appeals-reason-sure = Send this reason to { $sender } for the appeal about { $code }?
appeals-accepted = ✅ The appeal about { $code } is accepted. { $code } is recognised now.
appeals-refused = ❌ The appeal about { $code } is not accepted.
appeals-settled = The appeal about { $code } was { $state } { $when }.
appeals-settled-by = The appeal about { $code } was { $state } by { $by }, { $when }.

appeals-news = { $sender } appeals about { $code }. It is to be answered by { $due }.
appeals-news-nobody = ⚠️ The appeal about { $code } cannot be answered yet: there is nobody but who decided. An admin can add somebody with *invite*.
appeals-told-accepted = ✅ Your appeal about { $code } is accepted. { $code } is recognised now.
appeals-told-refused = ❌ Your appeal about { $code } is not accepted. Reason: { $reason }.
appeals-told-other = Somebody else answered, not who decided.
appeals-told-same = The same person answered, since there is nobody else.
appeals-told-end = If it is still wrong, contact { $contact } and mention the code of this link.
appeals-overturned = The appeal about { $code } was accepted by { $by }: your decision ({ $reason }) is undone.
appeals-reminder = ⏳ The appeal about { $code } has to be answered today.
appeals-late = ⚠️ The appeal about { $code } was not answered by { $due }.
appeals-late-own = ⚠️ Your appeal about { $code } was not answered in time. We apologise; the office's admins were told, and it will still be answered.
