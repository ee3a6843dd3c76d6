# From recognised to paid: recaps, invoices, payments, and the auditor's pack
ledger-stage-none = recognised
ledger-stage-recapped = recapped
ledger-stage-invoiced = invoiced
ledger-stage-ordered = SPM issued
ledger-stage-paid = paid
ledger-stage-corrected = taken out of the recap
ledger-title-recapped = Recap { $month }
ledger-title-invoiced = Invoice for recap { $month }
ledger-title-ordered = SPM for recap { $month }
ledger-title-paid = Payment of recap { $month }
ledger-of-outlet = { $title }, { $outlet }
ledger-ready = { $links ->
    [one] 1 link
   *[other] { $links } links
}, { $outlets ->
    [one] 1 outlet.
   *[other] { $outlets } outlets.
}
ledger-none-recapped = There are no new links to recap.
ledger-none-invoiced = No link is recapped and not yet invoiced. Recap first: *recap november*.
ledger-none-ordered = No link is invoiced and without an SPM. Invoice first: *invoice recap november*.
ledger-none-paid = No link is invoiced and not yet paid. Invoice first: *invoice recap november*.
ledger-changed = ⚠️ The numbers have changed since they were shown. Please check again.
ledger-paper = Document: { $paper }
ledger-out = ⚠️ { $links } taken out, no longer recognised: { $codes }
ledger-left = ⚠️ { $links } left out, no longer recognised: { $codes }
ledger-away = ⚠️ { $links } cannot be opened at present: { $codes }
ledger-looking = ⏳ { $links } being looked at again first. Type this again later for the result, or mark now.
ledger-file-follows = The file follows.
ledger-codes-more = { $codes }, and { $more } more
ledger-button-mark = Mark as { $stage }
ledger-button-no = No
ledger-button-undo = Undo
ledger-button-csv = CSV
ledger-marked = ✅ { $links ->
    [one] 1 link is
   *[other] { $links } links are
} marked as { $stage }. { $people ->
    [one] 1 journalist is told.
   *[other] { $people } journalists are told.
}
ledger-marked-out = { $links ->
    [one] 1 link is
   *[other] { $links } links are
} taken out of the recap.
ledger-undo-until = This can be undone until the next step is taken.
ledger-nothing-marked = All right, nothing is marked.
ledger-undone = { $links ->
    [one] 1 link stands
   *[other] { $links } links stand
} as before.
ledger-built-on = This can no longer be undone: a later step was taken, or it was undone already.
ledger-news = News of your links:
ledger-news-part = { $links ->
    [one] 1 link
   *[other] { $links } links
} { $stage }: { $codes }
ledger-news-back = This mark was taken back:
ledger-news-back-part = { $links ->
    [one] 1 link
   *[other] { $links } links
} not { $stage } after all: { $codes }
ledger-news-status = Type *status* to see all.
ledger-coming = The file for { $days } is being made.
ledger-days = { $first } to { $last }
ledger-file = Recap { $days }
ledger-file-sums = { $links ->
    [one] 1 link
   *[other] { $links } links
}, { $recognised } recognised, { $recapped } recapped
ledger-no-outlet = There is no outlet “{ $typed }”.
ledger-near = Did you mean: { $outlets }
ledger-recap-how = For example: *recap november*, *recap november Suara Contoh*, *recap november csv*, *recap yesterday*.
ledger-invoice-how = For example: *invoice recap november*, or for one outlet: *invoice recap november Suara Contoh invoice 12/INV/2026 20-11*.
ledger-pay-how = For example: *pay recap november SPM 0123/LS/2026 18-11*, and once it is paid out *pay recap november SP2D 0456/LS/2026 20-11*.
ledger-missing-document = ⚠️ Name the document: SPM or SP2D.
ledger-missing-number = ⚠️ The document's number is missing.
ledger-missing-day = ⚠️ The document's date is missing.
ledger-missing-ahead = ⚠️ That day has not come yet.
ledger-held-none = Now waiting to be recapped by { $office }.
ledger-held-recapped = Now with { $office }: waiting for the invoice.
ledger-held-invoiced = Now with the treasurer of { $office }: waiting for the SPM.
ledger-held-ordered = Now with the regional treasury: waiting for the SP2D.
ledger-progress = recapped { $recapped } · invoiced { $invoiced } · paid { $paid }
ledger-progress-paper = { $line } ({ $paper })
ledger-progress-corrected = { $line } · taken out { $corrected }
ledger-step = { $when } · { $stage } by { $by }
ledger-step-paper = { $step } ({ $paper })
ledger-step-undone = { $step } (mark { $was } undone)

ledger-button-apply = Apply { $links ->
    [one] 1 line
   *[other] { $links } lines
}
ledger-sheet-how = Send an XLSX or CSV file with the columns *code*, *stage* (recapped, invoiced, spm, paid), *number* and *date*. We check it first; nothing is changed yet.
ledger-unread-titles = We do not know its column titles. Needed are *code*, *stage*, *number*, *date*.
ledger-sheet-ready = { $links ->
    [one] 1 link
   *[other] { $links } links
} would be marked as { $stage }.
ledger-sheet-nothing = Nothing can be marked.
ledger-sheet-same = { $links ->
    [one] 1 stands
   *[other] { $links } stand
} there already.
ledger-sheet-empty = { $lines ->
    [one] 1 line without a stage, not changed.
   *[other] { $lines } lines without a stage, not changed.
}
ledger-sheet-wrong = ⚠️ Lines that are not used:
ledger-sheet-line = line { $line }, { $said }: { $why }
ledger-sheet-more = … and { $more } more lines. Please mend those above first.
ledger-applied = ✅ { $links ->
    [one] 1 link is
   *[other] { $links } links are
} marked. Each journalist is told once.
ledger-fault-code = no code of a link
ledger-fault-twice = the same link stands in another line
ledger-fault-stage = unknown stage (recapped, invoiced, spm, paid)
ledger-fault-date = the date cannot be read
ledger-fault-ahead = that day has not come yet
ledger-fault-paper = the number and date of an SPM or SP2D are needed
ledger-fault-unknown = not found
ledger-fault-state = not recognised
ledger-fault-order = the stage before it is missing

recap-page-sums = By status
recap-page-outlets = By outlet
recap-page-releases = By release
recap-page-links = Links
recap-page-changes = Late and corrected
recap-sum-all = Received
recap-sum-recognised = Recognised
recap-sum-waiting = Being checked
recap-sum-refused = Refused
recap-sum-withdrawn = Withdrawn
recap-sum-noted = Of no release
recap-sum-recapped = Recapped
recap-sum-invoiced = Invoiced
recap-sum-ordered = SPM issued
recap-sum-paid = Paid
recap-sum-corrected = Taken out
recap-column-number = Number
recap-column-outlet = Outlet
recap-column-medium = Kind
recap-column-release = Release
recap-column-headline = Headline
recap-column-code = Code
recap-column-received = Received
recap-column-sender = Sender
recap-column-address = Address
recap-column-state = Decision
recap-column-decided = Decided
recap-column-reason = Reason
recap-column-stage = Stage
recap-column-recap = Recap
recap-column-document = Document
recap-column-reference = Number
recap-column-dated = Date
recap-column-change = Change
recap-column-recapped = Recapped on
recap-no-outlet = (outlet not recorded)
recap-no-release = (of no release)
recap-taken-out = taken out
recap-came-late = late
