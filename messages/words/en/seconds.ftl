# Decisions on links that wait for a second person
seconds-by = ⏳ { $by } proposes: { $state }
seconds-own = ⏳ You propose: { $state }; a second person has to agree
seconds-because = { $said }. Reason: { $reason }
seconds-button-confirm = Confirm: { $state }
seconds-button-back = Take back proposal
seconds-proposed = ⏳ Kept as a proposal for { $code }: { $state }. It holds once a second person agrees.
seconds-nobody = ⚠️ Nobody else may agree yet. Ask an admin to add somebody (*invite*) or to change the *rules*.
seconds-wanted = ⏳ { $number } { $number ->
    [one] decision on a link waits
   *[other] decisions on links wait
} for a second person.
seconds-other = The proposal for { $code } is your own, so somebody else agrees to it.
seconds-dropped = All right, the proposal for { $code } is taken back. The link waits again.
seconds-empty = { $number } of your proposals { $number ->
    [one] waits
   *[other] wait
} for a second person.
