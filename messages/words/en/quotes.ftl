# Quotes of officials in releases
quote-can-propose = *quote R-231 "…" from Ir. Fulan*: ask an official to agree to a quote
quote-can-agree = *quotes*: quotes that wait for your agreement
quote-how = Example: *quote R-231 "Stocks last for two weeks" from Ir. Fulan, head of BPBD*. *quote R-231* shows what there is.
quote-unknown = ⚠️ We do not find { $code }.
quote-short = ⚠️ We could not read the quote. Please write its sentence.
quote-long = ⚠️ The quote is too long, 600 characters at most.
quote-speaker = Who says it? Type name and title, such as *Ir. Fulan, head of BPBD*.
quote-no-official = ⚠️ No official is registered yet, so nobody can agree. An admin invites them with *invite official*.
quote-whose = Who agrees to the quote from { $speaker }?
quote-said = “{ $words }” — { $speaker }
quote-sure = Send this quote for { $code } to { $name } to be agreed to?
quote-left = All right, the quote was not sent.
quote-proposed = ⏳ The quote for { $code } waits for { $name }. { $code } cannot go out before they agree.
quote-added = Its sentence was added at the end of the text.
quote-asked = Quote for { $code }: “{ $words }”
quote-about = { $speaker } · { $headline }
quote-more =
    { $count ->
        [one] { $count } other quote waits; type *quotes* after this one.
       *[other] { $count } other quotes wait; type *quotes* after this one.
    }
quote-agreed-own = ✅ Thank you. You agreed to the quote for { $code }. It can be changed until the release goes out.
quote-agreed = ✅ { $official } agreed to the quote for { $code }.
quote-agreed-in-stead = ✅ You agreed to the quote for { $code } on behalf of { $official }, whom we tell.
quote-agreed-by = ✅ { $by }, aide of { $official }, agreed to the quote for { $code }.
quote-agreed-for-you = ✅ { $by }, your aide, agreed to the quote for { $code }. It can be changed until the release goes out.
quote-in-stead = You may agree to it on behalf of { $official }. To change it, speak to { $official }.
quote-no-right = You get copies, but you were not given the right to agree to quotes. The official can give it by *aide*.
quote-changed-own = ✅ Thank you. The quote for { $code } reads now:
quote-changed = ⚠️ { $official } changed the quote for { $code }. The text has it now and is a draft again; check it and submit it anew.
quote-declined-own = ✅ All right. You will not be quoted so in { $code }.
quote-declined = ❌ { $official } does not want to be quoted so in { $code }. Take the sentence out of the text.
quote-none = ✅ No quote waits for your agreement.
quote-ask-words = How should it read? Now: “{ $was }”. If you do not want to be quoted, type *do not quote*.
quote-list = Quotes in { $code }
quote-list-empty = No quote was proposed for { $code } yet.
quote-state-waiting = ⏳ Waits for { $official }.
quote-state-agreed = ✅ { $official } agreed.
quote-state-agreed-by = ✅ { $by }, aide of { $official }, agreed.
quote-state-changed = ⚠️ { $official } changed it.
quote-state-withdrawn = ❌ Not used any more.
quote-why-waiting = ⏳ Waits for { $official }.
quote-why-altered = ⚠️ In the text it reads otherwise than { $official } agreed to. Propose it anew, or put it back.
quote-why-withdrawn = ❌ It must not be used any more and still stands in the text. Take the sentence out.
quote-missing = ⚠️ { $code } was not sent: nobody has agreed to its quotes yet.
quote-mend = Send it once they are agreed to, or take the sentence out of the text.
quote-unanswered = ⚠️ { $official } has not answered the quote for { $code } for two hours. A call may help.
quote-button-agree = Agree
quote-button-change = Change
quote-button-send = Send
quote-button-leave = No
quote-button-drop = Drop quote { $at }
