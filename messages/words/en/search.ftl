# *search*: one search for everything
search-title = Found for: { $asked }
search-releases = Releases
search-invitations = Invitations
search-links = Links
search-questions = Questions
search-outlets = Outlets
search-people = People
search-rest = { $count } more. Type *more*.
search-button-more = More
search-how = Say what to look for, such as *search flood* or *search link suara contoh*.
search-none = Nothing fits “{ $asked }”. Try a single word, or part of its title.
search-no-more = That is all; there is no more.
