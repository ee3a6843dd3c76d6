# Holidays and collective leave
holidays-title = The next holidays
holidays-none = No holidays are noted yet; working days are Monday to Friday.
holidays-line = { $day } · { $name } ({ $kind })
holidays-national = national holiday
holidays-leave = collective leave
holidays-decrees = By: { $decrees }
holidays-upload = Type *import holidays* to take in the list of a year.
holidays-how = Send the list as XLSX or CSV: date, name, kind (national or collective leave) and the number of the decree. Years that it holds are replaced whole.
holidays-reading = ⏳ The list is being read.
holidays-read = ✅ Noted: { $national } national holidays and { $leave } days of collective leave, { $first } to { $last }.
holidays-wrong = ❌ Nothing was noted: line { $line } cannot be read. Mend it, then type *import holidays* once more.
holidays-wrong-date = Dates are written like 25/12/2026.
holidays-wrong-name = The holiday has no name.
holidays-wrong-kind = Its kind is national or collective leave.
holidays-wrong-decree = The number of the decree is missing.
holidays-wrong-empty = The file is empty, or neither XLSX nor CSV.
holidays-can = *holidays*: those to come; *import holidays* for the list of a year
