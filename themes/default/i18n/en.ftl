# The interface's words, in English. Sentences with figures belong to the engine, in sentences.en.ftl.

## Frame
skip-to-content = Skip to main content
main-menu = Main menu
footer-menu = Footer menu
languages = Languages
you-are-here = You are here
pages = Pages
contents = On this page
year-list = Years
letters = By first letter
historical = This place has changed.
sample-word = SAMPLE
sample-meaning = This page shows sample content, which is not real and cannot be published.

## Questions and corrections
feedback-title = Is a figure wrong, or do you have a question?
feedback-lead = Tell the responsible office which page and which figure.
call = Telephone:
write-to = Email:
hours = Opening hours:
answer-time = Answers within:
person = Person in charge:
address = Address:

## Tables, progress bars, remarks
progress = Progress
key-whole = Heavy line: 100% of the plan.
key-pace = Mark ▼ above the bar: share of the time gone by.
key-band = Pale part: known only within this range.
key-range = Box: the range to be reached.
key-unknown = Dashed frame: not enough figures to compare.
key-hundred = Dashed line: 100%.
tile-map = Map of tiles, one for each place
key-plan = The outline is the plan.
chart-numbers = The numbers of the chart
source = Source:
proof = source
declared = The source’s own judgement:
note = Note:
note-doubt = To be checked:
note-mismatch = Figures disagree:
note-scope = Scope:
note-comparison = Comparison:

## Home and places
your-place = Where you live
latest-reports = Latest reports
reports-here = Reports
places-within = Places within it
place-history = How this place has changed
works-here = Works here
whole-account = Every number and its source:
place-office = Office of this place

## Where each figure comes from
passports = Where each figure comes from
passports-lead = Every figure in the tables above has an entry here: its source, its date, the words it was printed in and how it was worked out. The JSON file below says the same for machines.
rule = Rule
formula = Calculation
inputs = Counted from
earlier-days = Earlier days
permanent-address = Permanent address
plan-versions = How the plan was set and changed
replaced = Figures that have been replaced
replaced-lead = Newer figures have taken the place of these; they are kept for comparison.
corrections = Corrections
revisions = Revisions
figure-history = How this figure has changed

## Programmes, indicators, works
programmes = Programmes
components = Projects, sub-projects and component contents
parts = Its parts
criteria-sets = Criteria sets
criteria = List of criteria
successors = After this programme
how-judged = How it is judged:
about-indicator = About this indicator
about-work = About these works
milestones = Milestones
pictures = Pictures

## Reports
summary = Summary
figures-of-report = Figures in this report
origin = The original
cite = How to cite
embed-hint = To show the main figures of this page on another site, copy this line of HTML:
illustration = Illustration.
callout-note = Note
callout-tip = Tip
callout-important = Important
callout-warning = Warning
callout-caution = Caution
listen = Listen to this report
download-audio = Download the recording

## Data and method
licence-and-citing = Reuse and citation
rules = How figures are worked out
checks = How figures are checked against one another
standings = Standings
bars = How to read the progress bars
missing-values = When there is no figure
hedges = Words beside a figure
not-found-lead = There is no page at this address. It may have been renamed, or the address mistyped.
moved = This page has moved to:

## Search
search-label = Name of a place, programme, indicator, document or report
search-hint = You may type with or without Vietnamese accents.
search-button = Search
search-results = Results
search-near = Nothing has exactly these words. Similar results
search-none = Nothing was found. Try fewer words, or use the list from A to Z below.
search-partly = Nothing among the entries searched so far; you can search further.
search-waiting = Searching…
search-failed = The search index could not be loaded. Please use the list from A to Z below.
search-more = Search further entries

# Notice kit
kit-how = The sheet below prints on one page of A4 for the notice board: use your browser’s print command (Ctrl+P). Below it are the texts for the loudspeaker, Zalo and SMS; they are not printed.
kit-scan = Scan the code for all figures and their sources:
kit-posted-line = Posted from …… / …… / ……… to …… / …… / ……… at ……………………………………………
kit-file = Download as a file
