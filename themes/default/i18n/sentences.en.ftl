# Sentences the engine composes, in English. What stands in braces is filled in with figures.

language-name = English
table = Table

## Page titles
title-areas = Places
title-programmes = Programmes
title-indicators = Indicators
title-reports = Reports
title-reports-year = Reports from { $year }
title-reports-page = Reports from { $year }, page { $page }
title-documents = Documents
title-works = Public works
title-data = Data
title-method = How we count
title-corrections = Corrections
title-search = Search
title-letter = List, letter { $letter }
title-letter-page = List, letter { $letter }, page { $page }
title-not-found = Page not found
title-notice = Notice: { $place }, { $period }
title-years = By year
title-year = Places in { $period }
notice = Notice
notice-to-print = Notice to print, one sheet of A4
figures-stand = { $place }, { $period }: { $rows }
rows = { $count ->
    [one] { $count } row of figures
   *[other] { $count } rows of figures
}
notice-more = { $count ->
    [one] { $count } more line is not printed here.
   *[other] { $count } more lines are not printed here.
}
draft-title = DRAFT: { $title }
sample-title = SAMPLE: { $title }
sample-text = SAMPLE. Not real: do not read it out, do not send it on.
title-period = { $place }, { $period }

nav-areas = Places
nav-programmes = Programmes
nav-reports = Reports
nav-data = Data
nav-contact = Contact
nav-search = Search
footer-method = How we count
footer-corrections = Corrections
footer-indicators = Indicators
footer-documents = Documents
footer-works = Public works
footer-accessibility = Accessibility
footer-about = About this site
crumb-home = Home
mail-subject = About page { $page }

## Places and dates
area-full-name = { $name } { $kind }
as-of = as of { $date }
as-of-unknown = as of an unknown date
date-unknown = date unknown
updated = Newest figures on this page: { $date }
ended-on = ended on { $date }
event-on = Event: { $date }
published-on = Published: { $date }
published-unknown = Publication date unknown
year-of-report = { $year }
forecast-by = forecast for { $date }
planned-for = planned for { $date }
since = from { $date }
until = until { $date }

## Numbers and units
count-figures =
    { $count ->
        [one] { $count } figure
       *[other] { $count } figures
    }
count-places =
    { $count ->
        [one] { $count } place
       *[other] { $count } places
    }
count-reports =
    { $count ->
        [one] { $count } report
       *[other] { $count } reports
    }
count-programmes =
    { $count ->
        [one] { $count } programme
       *[other] { $count } programmes
    }
count-components =
    { $count ->
        [one] { $count } component
       *[other] { $count } components
    }
count-criteria =
    { $count ->
        [one] { $count } criterion
       *[other] { $count } criteria
    }
count-items =
    { $count ->
        [one] { $count } sub-criterion
       *[other] { $count } sub-criteria
    }
count-documents =
    { $count ->
        [one] { $count } document
       *[other] { $count } documents
    }
count-works =
    { $count ->
        [one] { $count } public work
       *[other] { $count } public works
    }
minutes-to-read =
    { $count ->
        [one] { $count } minute to read
       *[other] { $count } minutes to read
    }
kilobytes = { $size } KB
minutes-to-hear =
    { $count ->
        [one] { $count } minute of audio
       *[other] { $count } minutes of audio
    }
unit-dong = dong
unit-thousand-dong = thousand dong
unit-million-dong = million dong
unit-billion-dong = billion dong
unit-trillion-dong = trillion dong
unit-quadrillion-dong = quadrillion dong
unit-percentage-point = percentage points
unit-times = times
unit-criteria = criteria

## Words beside a figure
hedge-over = over
hedge-nearly = nearly
hedge-about = about
hedge-under = at most
hedge-at-least = at least
hedge-over-meaning = the true number is a little more than the one given
hedge-nearly-meaning = the true number is a little less than the one given
hedge-about-meaning = the true number is close to the one given
hedge-under-meaning = the true number is not more than the one given
hedge-at-least-meaning = the true number is not less than the one given
change-fall = down
change-rise = up
standing-estimate = estimate
standing-forecast = forecast
standing-aspired = aimed for
standing-provisional = provisional
counted-by-site = recomputed

## When there is no figure
missing-not-assigned = not assigned
missing-not-due = not due yet
missing-no-data = no data yet
missing-not-stated = number not stated
missing-not-applicable = not applicable
missing-withheld = withheld
missing-not-assigned-meaning = The authority above has not yet assigned funds or a target. This is not 0.
missing-not-due-meaning = The reporting day has not come.
missing-no-data-meaning = The reporting day has passed but the site has received no figure.
missing-not-stated-meaning = The source mentions it but does not say how much.
missing-not-applicable-meaning = The indicator is not meant for this place or period.
missing-withheld-meaning = There is a number but it is not published; the reason is given beside it.
nothing-disbursed = nothing disbursed
nothing-disbursed-meaning = The source says that nothing has been disbursed yet: this is the number 0, added up like any other.
nothing-stated = not stated
withheld-because = Reason for withholding: { $why }
chosen-because = Two sources differ; the reason for choosing this figure: { $why }
other-source = Another source gives, for “{ $what }”: { $value } (not used in calculations)
set-aside = Another source was chosen for this figure; the one here is kept for comparison and not used in calculations.

## Standing
standing-met = Met or exceeded
standing-on-track = On track
standing-behind = Behind
standing-not-assessed = Not assessed

## Money
money = Funds and disbursement
column-line = Programme, source of funds
column-plan = Plan
column-disbursed = Disbursed
column-rate = Rate
column-standing = Standing
unit-once = In { $unit }.
money-caption = Funds and disbursement, { $place }, { $period }; { $as-of }
no-money = No figures on funds yet.
capital-investment = Investment capital
capital-recurrent = Recurrent capital
fund-central-and-local = Central and local budgets
fund-central = Central budget
fund-province = Provincial budget
fund-district = District budget
fund-commune = Commune budget
fund-matching = Matching funds
fund-policy-credit = Policy credit
fund-commercial-credit = Commercial credit
fund-enterprises = Enterprises and cooperatives
fund-people = Contributions from residents
fund-integrated = Funds integrated from other programmes
carried-from = Carried over from { $year }
stage-assigned = assigned
stage-available = available
stage-planned = planned
stage-allocated = allocated
stage-carried-over = carried over
stage-of-plan = Planned
stage-of-assigned = Assigned
stage-of-allocated = Allocated
stage-target = target
stage-not-stated = stage not stated
of-assigned = funds assigned
of-available = funds available
of-planned = funds planned
of-allocated = funds allocated
of-carried-over = funds carried over
of-target = planned target
of-not-stated = denominator not stated by the source
money-sentence = Disbursed: { $done } of { $whole } ({ $of }), a rate of { $rate }.
rate-sentence = Disbursement rate: { $rate }.
progress-sentence = { $what }: { $progress } of the plan achieved.
denominator-not-stated = The source does not say which amount this rate is counted on.
total-of = Total: { $what }
total-of-all = Overall total
total-lines =
    { $count ->
        [one] { $count } line
       *[other] { $count } lines
    }
total-unassigned =
    { $count ->
        [one] of what has been assigned; { $count } line has no funds assigned yet and is not included
       *[other] of what has been assigned; { $count } lines have no funds assigned yet and are not included
    }
total-unreported =
    { $count ->
        [one] { $count } line has not reported for the same day, so the amounts disbursed are not added up
       *[other] { $count } lines have not reported for the same day, so the amounts disbursed are not added up
    }
all-programmes = All programmes
sum-of = Total { $what }
sum-of-plans = Total funds that the rate is counted on

## The answer at the top of a page
headline-sentence = { $as-of }, { $place } had disbursed { $done } of { $whole }, or { $rate }.
headline-scope = Scope: { $scope }.
headline-rate = { $as-of }, { $place } had a disbursement rate of { $rate } ({ $scope }).
area-standing-sentence = { $periods }, budget lines and indicators together: { $good } met or on track, { $late } behind, { $open } that cannot be assessed yet.
area-unassessed-sentence = { $periods }, budget lines and indicators together: { $open } planned, none of which can be assessed yet.
area-figures-sentence = { $place }: the site has { $figures }, sources included.
area-no-figures = { $place }: the site has no figures yet.
period-sentence = { $figures } for { $place }, { $period }, with a source for each.
areas-summary = The site covers { $places }. Places that have ended or been merged keep their own figures.
compared = Side by side
compared-caption = { $count } of { $of } places of one level with numbers for { $period }, { $as-of }; the highest rate first.
compared-caption-number = { $count } of { $of } places of one level with numbers for { $period }, { $as-of }; the greatest number first.
places-by-year = Figures by year
years-summary = A page for each year or span of years: which places have figures, and as of which day.
year-summary = { $period }: { $figures } from { $places }. Each number has its own day beside it; only places with one day are compared.
year-shortened = The first { $count } places are listed; the others stand on the page of the place above them.
places-of-period-caption = Money of each place, { $period }; each row has its own day, so nothing is added up or ranked.
trend = Over the years
trend-caption = Each chart begins at zero; charts of one unit share one scale.
trend-rate = Rate of disbursement
trend-statement = { $what }. { $points }.
trend-until = to { $date }
trend-table = The numbers by year
places-caption = Each place in its newest period with figures on funds; the as-of dates differ, so places are neither added up nor ranked.
home-newest = Newest: { $sentence }
key-rate-of = disbursed, { $place }, { $period }
all-programmes-and-places = All programmes and places
home-summary = { $figures } for { $places }, drawn from { $reports }; every figure has its source, its date and the way it was worked out.
programmes-summary = { $count }: what was promised, how much money was assigned and how much has been disbursed.
programmes-caption = Funds by place and period, newest first; each line has its own as-of date, so the lines are not added up.
programme-summary = { $components }; figures for { $places } on this site.
documents-summary = { $count } cited in the figures and reports.
works-summary = { $count } with owner, cost and progress.
data-summary = Download { $figures }, with sources and calculations, to check or to reuse.
archive-summary = { $count }, newest first.
archive-year-summary = { $year }: { $count }.
rollup-incomplete = Figures are in for { $reported } of the { $count } places within it ({ $names }); they are not complete, so the site does not add them up.

## Home page
key-places =
    { $count ->
        [one] place with figures
       *[other] places with figures
    }
key-good =
    { $count ->
        [one] item met or on track
       *[other] items met or on track
    }
key-late =
    { $count ->
        [one] item behind
       *[other] items behind
    }
key-open =
    { $count ->
        [one] item that cannot be assessed yet
       *[other] items that cannot be assessed yet
    }
key-rate = disbursement rate, { $period }
key-disbursed = amount disbursed, { $period }
tile-disbursed = disbursed, { $period }
tile-no-money = indicators, but no figures on funds yet
tile-no-figures = no figures yet
all-places = See all places
all-reports = See all reports
home-programmes = The programmes’ money
home-late = What is behind
home-late-caption = The budget lines furthest behind the time gone by, in the newest assessed period of each place, under the rule on the page “How we count”.
home-late-of = Shown here are { $shown } of { $count } lines.
home-none-late = No budget line is behind under the site’s rule.

## Places
all-passports = Where each figure comes from, { $period }
all-periods = Periods with figures
other-periods = Other periods
no-periods = No periods yet.
works = Public works
no-works-of-place = No public works of this place yet.
documents = Documents
downloads = Download the data
download-csv = CSV file (for machines)
download-json = JSON file (for machines)
version-in-force = Version { $number }, in force
version-replaced = Version { $number }, replaced
extent-whole = in whole
extent-part = in part
lineage-merged-into = Merged into
lineage-split-into = Split into
lineage-part-of = Part of
lineage-ended = Ended
lineage-renamed = Renamed to
lineage-formed-from = Formed from

## Indicators
indicators = Indicators
column-indicator = Indicator
column-target = Target
column-actual = Actual
column-progress = Against plan
indicator-caption = Indicators, { $place }, { $period }; { $as-of }
indicator-places-caption = This indicator in each place and period, newest first.
indicator-places-caption-unit = This indicator in each place and period, newest first. Unit of measure: { $unit }.
no-indicators = No indicators yet.
no-indicators-of-component = This component has no indicators of its own yet.
every-place = Each place, each period
exceeded-by = Above the target by { $value }
changed-by = Against the baseline: { $value }
kind-increase = Higher is better. Progress = (actual − baseline) ÷ (target − baseline); without a baseline, actual ÷ target.
kind-decrease = Lower is better. Progress = (baseline − actual) ÷ (baseline − target); without a baseline it is told in words and no bar is drawn.
kind-at-least = To be kept at or above the target level: met or not met.
kind-at-most = To be kept at or below the target level: met or not met.
kind-range = To lie within the target range: below it, within it or above it.
kind-milestone = A milestone of the work: done, under way or not begun.
kind-count-of = Counts how many out of the total meet the standard.
kind-text = Told in words, with no number to count with.
no-progress-plan-missing = No percentage can be worked out (plan: { $why }).
no-progress-result-missing = No percentage can be worked out (actual figure: { $why }).
no-progress-no-plan = The source states no plan, so no percentage can be worked out.
no-progress-no-result = The source states no result yet, so no percentage can be worked out.
no-progress-plan-zero = The plan is 0, so there is no percentage; the result is outside the plan.
no-progress-above-target = Higher than the target level
no-progress-at-or-below-target = Already at or below the target level
no-progress-target-is-baseline = The target equals the baseline, so there is no percentage.
no-progress-in-words = Told in words, without a percentage.
no-progress-other-unit = The two figures have different units, so no percentage is worked out.

## Criteria
criteria-caption = Criteria, { $place }; { $as-of }
column-criteria = Criterion
column-state = Status
column-value = Value
rung-not-met = not met
rung-mostly-met = mostly met
rung-recognised = recognised
rung-advanced = advanced
rung-model = model
rung-modern = modern
recognised-by = Recognised under { $document }
award-year = Counts for { $year }

## Names of figures
measure-planned = Funds planned
measure-assigned = Funds assigned
measure-allocated = Funds allocated
measure-adjusted = Adjustment
measure-carried-over = Funds carried over or extended
measure-returned = Funds lapsed or returned
measure-settled = Funds settled in the final accounts
measure-disbursed = Disbursed
measure-work-done = Value of work done
measure-target = Target
measure-baseline = Baseline
measure-actual = Actual
measure-forecast = Forecast
measure-exceeded = Above target
measure-change = Change from the baseline
measure-rate = Rate stated by the source
measure-met = Met
measure-mostly-met = Mostly met
measure-not-met = Not met
measure-status = Level of recognition
measure-available = Funds available
measure-progress = Progress recomputed by the site
measure-rate-counted = Disbursement rate recomputed by the site
figure-title = { $what }: { $subject }; { $place }

## Where a figure comes from
passport-printed = Printed as
passport-as-of = As of
passport-by = For the date
passport-counted-on = Counted on
passport-source = Source
passport-original = Original
passport-version = Plan version
passport-written = Recorded at
passport-chosen = Figure chosen
passport-other-source = Another source gives
passport-compared = Compared with
passport-checked = Check
counted-here = Recomputed by the site: { $value }
verdict-consistent = agrees with the figure recomputed by the site ({ $counted })
verdict-mismatch = The report states { $stated }; recomputed from its own figures it is { $counted }.
verdict-truncated = The report states { $stated }, cut off instead of rounded; recomputed from its own figures it is { $counted }.
rule-available = Funds available = funds assigned + funds carried over ± adjustments.
rule-share = Rate = amount disbursed ÷ { $of }, rounded once, half up.
rule-target-from-exceeded = Target = actual − the amount above target that the source states.
rule-actual-of-target = Progress = actual ÷ target.
rule-way-from-baseline = Progress = the way gone from the baseline ÷ the whole way to the target.
rule-part-of-whole = Rate = the part that meets the standard ÷ the total.
rule-sum = Sum of the lines with complete figures for the same day.
rule-sum-of-assigned = Sum of the lines with funds assigned and complete figures for the same day; lines with nothing assigned yet are not added.

## Programmes
decision = Decision
years = Period
lead-agency = Lead agency
members = Programmes included
money-by-place = Funds by place
money-by-place-caption = Each place and period, newest first; places are not added up, because their as-of dates and levels differ.
code = Code
kind = Type
programme = Programme
component = Component
unit = Unit of measure
counted-on = Counted on
share-of = Part of
standard = Standard applied
component-project = Project
component-sub-project = Sub-project
component-content = Component content
component-theme = Thematic programme

## Documents, works
column-number = Number
column-about = Subject
column-issuer = Issued by
column-date = Date
documents-caption = Documents, newest first.
no-documents = No documents yet.
where-to-read = Read it at
file = File
used-by = Used for
used-by-none = No programme, plan or criteria set cites this document yet.
column-work = Works
column-cost = Funds planned
column-paid = Paid
column-built = Work done
works-caption = Public works, with the share of the work done and the money paid.
no-works = No public works yet.
no-works-yet = The site has no public works yet.
work-summary = { $state }; { $as-of }.
work-summary-told = { $state }; { $as-of }: { $told }.
work-told-built = { $share } of the work done
work-told-paid-of = { $paid } paid of { $plan }
work-told-paid = { $paid } paid
work-where = Location
work-owner = Owner of the works
work-contractor = Contractor
work-supervisor = Supervisor
work-contact = Whom to ask
work-start = Construction start
work-finish = Completion
work-physical = Work done
work-financial = Money paid
work-progress-caption = Work done and money paid are two different figures; { $as-of }
work-preparation = Investment preparation
work-procurement = Contractor selection
work-implementation = Under construction
work-suspended = Suspended
work-completed = Completed and handed over for use
work-settled = Final accounts settled
work-cancelled = Cancelled or cut back
milestone-done = done
milestone-under-way = under way
milestone-not-begun = not begun
column-what = Item
column-amount = Amount

## Reports
newest = Newest
year-with-count = { $year } ({ $count })
previous-page = Previous page
next-page = Next page
related = Further reading elsewhere
cite-page = { $who }, “{ $title }”, { $details }
cite-figure = { $who }, “{ $title }”: { $value }, { $details }
cite-release = release { $release }
cite-newest = figures to { $date }
embed-more = All figures and sources: { $site }
embed-result = { $as-of }, { $place }: { $value }.
embed-span = { $as-of }: from { $low } ({ $low-place }) to { $high } ({ $high-place }), in { $places }.
embed-disbursed-span = { $as-of }, disbursed: from { $low } ({ $low-place }) to { $high } ({ $high-place }), in { $places }.
rows-cut = The first { $shown } of { $count } rows; all of them are in the data files.
embed-cut = { $shown } of { $count } are shown; all stand on the page.
embed-cut-to-files = { $shown } of { $count } are shown; all stand in the data files.
embed-others =
    { $count ->
        [one] { $count } more line, of another day or place, stands on the page.
       *[other] { $count } more lines, of other days or places, stand on the page.
    }
origin-publisher = Published by
origin-title = Original title
origin-author = Author
origin-date = Date published
origin-licence = Terms of use

## Data
downloads-site = The whole site
data-by-place = By place
data-by-place-caption = The data of each place.
data-dictionary = Columns of the files
data-dictionary-caption = CSV files as in RFC 4180, with a decimal point, in UTF-8 with a BOM, meant for machines.
column-place = Place
column-period = Period
column-as-of = As of
column-figures = Figures
column-csv = CSV
column-json = JSON
column-name = Column
column-meaning = Meaning
no-figures = No figures yet.
data-address = Permanent address of the figure
data-area = Code of the place
data-area-name = Name of the place
data-period = Year or range of years
data-programme = Code of the programme
data-component = Code of the component
data-capital = Type of capital: investment or recurrent
data-fund = Source of funds
data-carried-from = Year the funds were carried over from
data-indicator = Code of the indicator
data-group = Group of people concerned
data-criteria-set = Code of the criteria set
data-measure = What the figure measures
data-value = Value, an exact decimal; the lower number of a range
data-value-high = The higher number of a range
data-whole = The total, where the value is “6 of 10”
data-unit = Unit of measure
data-change = fall (it fell by this much) or rise (it rose by this much)
data-qualifier = Word beside the figure: over, nearly, about, under, at_least
data-standing = actual, estimate, forecast, aspired, provisional
data-state = Why there is no number: not_assigned, not_due, no_data, not_stated, not_applicable, withheld
data-as-of = Date of the figure
data-by = Date of the forecast, or deadline
data-printed = The words of the source
data-source = Code of the report or document
data-rule = The rule, for figures recomputed by the site
data-inputs = Addresses of the figures it was counted from

## How we count
method-money-name = Progress of money
method-money = Amount disbursed ÷ funds available, for each line. The bar stops at its frame; the number is never cut.
method-denominator-name = Denominator
method-denominator = The site uses the denominator the source states. Where it states none, the site takes funds assigned plus funds carried over, plus or minus adjustments; without funds assigned it takes the plan, then funds allocated. The denominator is always named.
method-indicator-name = Progress of indicators
method-indicator = By the kind of indicator, given on the page of each. Where a figure is missing, the reason is told in words and nothing is counted as 0.
method-standing-name = Standing
method-standing = 100% or more is met or exceeded. Below 100%, the rate is compared with the share of the period gone by at the date of the figure: no more than { $margin } percentage points short is on track, further short is behind. Forecasts, aims and figures without a known date are not assessed.
method-sums-name = Adding up
method-sums = Lines are added only when their figures are complete and for the same day. Credit and integrated funds are not added to the budget. Places of different levels are not added to each other. A joint rate is total over total, never the mean of rates.
method-rounding-name = Rounding
method-rounding = Every number worked out is rounded once only, half up, to as many digits as the rate the source states, otherwise to one decimal.
method-hedges-name = Over, nearly, about
method-hedges = Words beside a figure go with it into the calculation: a rate worked out from “over” is “at least”. For checking, “over 2,791” means from 2,791 to 2,792; “nearly 11.5” from 11.4 to 11.5; “about” one unit of the last digit either way; “at least” and “no more than” bound one side only; a figure without such a word is exact to half a unit of its last digit.
method-mismatch-name = When figures do not agree
method-mismatch = Figures are compared with one another by the rules below. Where they do not agree, the site prints both, with the reason where the editors give one, and changes neither.
bar-share = 80% reached, 75% of the time gone by: on track
bar-behind = 50% reached, 75% of the time gone by: behind
bar-over = 150% reached: the bar stops at the edge of its frame, the number is printed in full
bar-at-least = At least 50%: the pale part is not certain
bar-zero = 0%: an empty frame
bar-unknown = No percentage can be worked out: a dashed frame

## Corrections
corrections-intro = A correction is a published figure that was wrong and has been put right. Each entry gives the date, the place, the indicator, the old figure, the new figure, the reason and the document.
no-corrections = No corrections yet.
revisions-intro = A revision is a figure that was right for its day and is known better now: provisional becomes final, estimated becomes settled.
no-revisions = No revisions yet.
corrections-follow = Follow
corrections-feed = Atom feed
correction-change = { $before } → { $after } (release { $release })
kind-correction = Correction
kind-revision = Revision
mark-correction = corrected
mark-revision = revised
value-gone = gone
history-correction = Correction: { $before } → { $after }
history-revision = Revision: { $before } → { $after }
history-release = Release { $release }: { $before } → { $after }
passport-release = Released
passport-release-words = first in { $first }, latest in { $last }
passport-release-none = not in release { $release } yet

## The last change
changed-page-released = Last change on this page: release { $release }, { $date }
changed-page-corrected = Last change on this page: correction of { $date }
changed-page-revised = Last change on this page: revision of { $date }
changed-page-newest = Newest day told of on this page: { $date }
changed-site-released = Last change of the site’s figures: release { $release }, { $date }
changed-site-corrected = Last change of the site’s figures: correction of { $date }
changed-site-revised = Last change of the site’s figures: revision of { $date }
changed-site-newest = Newest figures of the site: { $date }
changed-published = Published { $date }

## Told in words
statements = Told in words
statements-caption = Goals, results and deadlines told in words, { $place }, { $period }; { $as-of }
column-subject = Subject
column-statement = What the source says
standing-met-meaning = 100% of the plan or more.
standing-on-track-meaning = Below 100%, but not further behind the time gone by than the margin allows.
standing-behind-meaning = Further behind the time gone by than the margin allows.
standing-not-assessed-meaning = The plan, the result or the date is missing, or there is only a forecast.

## What does not agree
found-used = This figure was used in a comparison that does not agree: { $what }
found-in-row = A figure in this row was used in a comparison that does not agree; see where the figure comes from.
found-more = and { $count } more
found-from-to = { $low } to { $high }
found-parts-above = The total is given as { $stated }; its parts add up to { $counted }, more than the total.
found-parts-below = The total is given as { $stated }; all its parts add up to only { $counted }.
found-rate-between = The rate of the whole is given as { $stated }; the rates of its parts run from { $counted }.
found-plan-sum = The plan is given as { $stated }; assigned, carried over and adjusted add up to { $counted }.
found-criteria-of-set = { $stated } are given; the set has { $counted }.
found-criteria-sum = The criteria met, mostly met and not met add up to { $counted }; the set has { $size }.
found-criteria-states = { $stated } are given; counting the single criteria gives { $counted }.
found-available = { $stated } is given as disbursed; there are { $counted }.
found-change = The change is given as { $stated }; the result against the baseline is { $counted }.
found-exceeded = { $stated } is given as above target; the result against the target is { $counted }.
found-day = { $stated } is given as of { $day }, but the source came out on { $published }.
found-series = The running figure is { $stated }, lower than { $counted } on { $before }.
found-jump-above = { $stated } is about a thousand times { $counted }.
found-jump-below = { $stated } is about a thousandth of { $counted }.
explain-transposed = Two digits may have changed places: { $was } should be { $is }.
explain-slipped = Digits may have slipped in typing: { $was } should be { $is }.
explain-digit = One digit may have been mistyped: { $was } should be { $is }.
explain-factor = A separator or unit may be wrong: { $was } should be { $is }.
explain-denominator = The rate may be counted on another figure: { $meant }.
explain-with-carried-over = The source may include what was carried over: { $meant }.
explain-other-whole = The source may count on another scope: { $meant }.
explain-older-plan = The source may count on an earlier plan: { $meant }.
explain-other-line = { $was } may have been taken by mistake; another line has { $meant }.
explain-left-out = The total may leave out { $meant }.
explain-counted-twice = The total may count twice { $meant }.
explain-counted-too = The total may count what is no part of it: { $meant }.
explain-direction = A rise and a fall may have been exchanged: { $was }.

## How figures are checked
check-rate-name = Rates and amounts
check-rate = A stated rate is recomputed for each date: disbursed ÷ the very denominator the source names, or actual ÷ target. A rate cut off instead of rounded is told apart. Where the source names no denominator, nothing is compared.
check-parts-name = Parts and totals
check-parts = Components, funds, investment and recurrent capital, the programmes of a group and the places of one kind within a place may not add up to more than the total; to less is wrong only where all parts are known to be there. Credit and integrated funds are never added, and figures of different dates are never compared.
check-rate-between-name = The rate of a whole
check-rate-between = Where all parts are there, the rate of the whole lies between the lowest and the highest rate of its parts, on the same denominator.
check-plan-sum-name = The plan
check-plan-sum = Planned = assigned + carried over ± adjusted, where a line states them all for one date.
check-available-name = Disbursed and available
check-available = No more is disbursed than there is, by the highest of assigned with carried over, planned and allocated.
check-criteria-of-set-name = Criteria of a set
check-criteria-of-set = No more criteria are met, mostly met or not met than the set has.
check-criteria-sum-name = Criteria together
check-criteria-sum = Met, mostly met and not met make up the set.
check-criteria-states-name = Single criteria
check-criteria-states = A stated count is the number of single criteria in that state; where only some are named, it is no less than those.
check-change-name = Change from the baseline
check-change = The result less the baseline is the change the source states, in the same direction.
check-exceeded-name = Above target
check-exceeded = The result less the target is what the source gives as above target; where lower is better, the other way round.
check-day-name = Dates
check-day = No result is as of a date after its source came out; forecasts, estimates and plans aside.
check-series-name = Running figures
check-series = What was disbursed, done or settled on a line, and counts of places, do not fall at a later date.
check-jump-name = A thousandfold
check-jump = A figure about a thousand times or a thousandth of that of the date before, the year before or the plan usually has a wrong unit or separator.
check-pair-name = So many of so many
check-pair = In “6/10” the first number is no larger than the second; otherwise nothing is published.

## Search
search-summary = Search { $count } by name, or use the list from A to Z below.
letter-summary = Letter { $letter }: { $count }.
count-things =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
reports-by-year = Reports by year
found-document = Document
found-report = Report
found-page = Page

## Notice kit
title-kit = Notice: { $place }, { $period }
download-kit = Notice kit { $period } (A4 sheet, loudspeaker, Zalo, SMS)
kit-page = The full page of { $period }
kit-answer = Of { $lines } of { $place }, { $period }: { $good } met or on track, { $late } behind, { $open } not assessed.
kit-lines =
    { $count ->
        [one] { $count } line
       *[other] { $count } lines
    }
kit-more =
    { $count ->
        [one] { $count } more line is on the page.
       *[other] { $count } more lines are on the page.
    }
kit-loudspeaker = To be read on the loudspeaker
kit-zalo = Message for Zalo
kit-sms = SMS without accents
kit-words =
    { $count ->
        [one] { $count } word
       *[other] { $count } words
    }
kit-letters =
    { $count ->
        [one] { $count } character
       *[other] { $count } characters
    }
kit-letters-of = { $count } of { $most } characters
kit-plan = funds { $value }
kit-done = disbursed { $value }
kit-rate = or { $value }
kit-target = target { $value }
kit-actual = achieved { $value }
kit-progress = progress { $value }
kit-missing = { $what }: { $value }
kit-greeting = Good day to everyone. This is a notice from { $body }. { $title }.
kit-call = If a figure seems wrong to you or you have a question, please call { $phone }.
kit-posted = The table is posted for everyone to see and check.
kit-posted-and-online = The table is posted and is on the web for everyone to see and check; scan the code on the sheet to open the page.
kit-thanks = Thank you for listening.
kit-look = All figures and their sources: { $address }
kit-ask = Questions and mistakes: { $phone }
sms-money = { $place }{ $date }: disbursed { $done } of { $whole }, { $rate }{ $scope }.
sms-rate = { $place }{ $date }: disbursed { $rate }{ $scope }.
sms-figures = { $place }: { $figures }.
sms-none = { $place }: disbursement: { $value }.
sms-date = , { $date }
sms-standings = { $good } lines met or on track, { $late } behind, { $open } not assessed.
sms-ask = Ask { $phone }.
