# Taking back a release that is out
recall-ask = Take { $code } back — { $headline }? { $waiting } people who wait for it will not get it; { $holders } people who hold it are told. Type the reason (journalists read it), or *cancel*.
recall-confirm = Take { $code } back now, with this reason: { $reason }?
recall-button-yes = Yes, take it back
recall-asked = ⏳ Taking { $code } back waits for a second person: { $names }. Nothing more is sent meanwhile.
recall-review = { $name } asks that { $code } be taken back: { $headline }. Reason: { $reason }. Do you agree?
recall-button-agree = Agree to take back
recall-button-refuse = Leave it out there
recall-told = ⚠️ { $code } was taken back by { $office }, { $at }.
recall-told-why = Reason: { $reason }. Please do not use what it says any more. Thank you for your understanding.
recall-done = ✅ { $code } was taken back by { $name }: { $cancelled } messages cancelled, { $people } people told.
recall-dropped = { $code } is not taken back, says { $name }.
recall-own = You asked yourself that { $code } be taken back, so somebody else has to agree.
recall-no-second = ❌ { $code } cannot be taken back yet: there is no second person who may agree. To stop sending, type *halt*.
recall-gone = That request no longer holds. Type *recall* with the release's code.
