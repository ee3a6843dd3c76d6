# Answers of the sandbox's API
sandbox-foreign = The sandbox serves this machine only. Open the address that was printed at the start.
sandbox-no-page = There is nothing at this address. Begin at /sandbox/.
sandbox-no-method = This address does not take that method. Use { $methods }.
sandbox-no-person = Nobody at this desk has the number { $id }. The list is at /sandbox/api/people.
sandbox-no-file = There is no such file. Take its address from a chat.
sandbox-no-json = The body must be a JSON object with { $fields }.
sandbox-no-form = The form cannot be read. Send multipart with the fields text and files.
sandbox-field = The field { $name } is not known. These are: { $fields }.
sandbox-text = The field text must be a string.
sandbox-text-length = The text is too long: { $length } characters. At most { $limit }; send it in several parts.
sandbox-nothing = There is nothing in it yet. Write something or attach a file.
sandbox-file-size = The file { $name } is too large. At most { $limit } MB.
sandbox-file-number = Too many files. At most { $limit } at a time.
sandbox-token = The field token must be the text of a button, at most { $limit } bytes.
sandbox-seconds = The field advance_seconds must be a number from 0 to { $limit }.
sandbox-after = The value of after must be a whole number from 0.
sandbox-body-size = The request is too large. At most { $limit } kB.
