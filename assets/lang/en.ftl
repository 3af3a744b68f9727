# Words of the interface in English. Facts and names of things come with the world, not from here.
#
# Keys begin with what they are for: kind-, status-, role-, mode-, area-, layer-, story-, search-, ui-, map-, command-, cli-.
# Sentence case, no exclamation marks. Numbers that choose a plural are given as numbers; all others arrive as words.

## Lists, units, dates

list-and = { $first } and { $last }
unit-km = { $number }{"\u00A0"}km
unit-km2 = { $number }{"\u00A0"}km²
unit-mm = { $number }{"\u00A0"}mm
unit-usd-bn = { $number }{"\u00A0"}bn USD
graticule-north = { $degrees }°N
graticule-south = { $degrees }°S
graticule-east = { $degrees }°E
graticule-west = { $degrees }°W
unit-north = { $number }° N
unit-south = { $number }° S
unit-east = { $number }° E
unit-west = { $number }° W
unit-tonnes = tonnes
unit-teu = TEU (20-foot containers)
unit-thousand = thousand { $unit }
unit-million = million { $unit }
unit-million-people = million people
unit-usd-bn-alone = billion US dollars
date-month-1 = January
date-month-2 = February
date-month-3 = March
date-month-4 = April
date-month-5 = May
date-month-6 = June
date-month-7 = July
date-month-8 = August
date-month-9 = September
date-month-10 = October
date-month-11 = November
date-month-12 = December
date-month-short-1 = Jan
date-month-short-2 = Feb
date-month-short-3 = Mar
date-month-short-4 = Apr
date-month-short-5 = May
date-month-short-6 = Jun
date-month-short-7 = Jul
date-month-short-8 = Aug
date-month-short-9 = Sep
date-month-short-10 = Oct
date-month-short-11 = Nov
date-month-short-12 = Dec

## Kinds of things

kind-state = State
kind-institution = Institution
kind-corridor = Corridor
kind-segment = Segment
kind-node = Place on a corridor
kind-event = Event
kind-measure = Customs measure
kind-source = Source
kinds-state = States
kinds-institution = Institutions
kinds-corridor = Corridors
kinds-segment = Segments
kinds-node = Places on corridors
kinds-event = Events
kinds-measure = Customs measures
kinds-source = Sources

## Standing in the OTS

status-founding = Founding member
status-member = Member
status-observer = Observer state
status-observer-entity = Observer entity
status-observer-organisation = Observer organisation

## Roles in institutions

role-member = Member
role-observer = Observer
role-signatory = Signatory
role-universities = Through universities
role-draft = Party to a draft
role-host = Host
role-acceding = Accession announced
role-none = None found

## Kinds of institutions

institution-organisation = The organisation itself
institution-organ = Organ of the OTS
institution-meeting = Regular meeting
institution-related = Related organisation
institution-affiliated = Affiliated organisation
institution-union = Union or umbrella body
institution-fund = Fund
institution-council = Council or committee
institution-office = Office, centre or institute
institution-programme = Network or programme
institution-agreement = Agreement or instrument
institution-planned = Planned
institution-proposed = Proposed
institution-not-found = Not found

## Modes, state of segments, bases of lengths, kinds of nodes

mode-rail = Railway
mode-road = Road
mode-ferry = Ferry
mode-container-ship = Container ship
mode-sea = Sea legs
segment-operational = Operational
segment-under-construction = Under construction
segment-planned = Planned
segment-suspended = Suspended
segment-assumed = Assumed in service
basis-official = Official
basis-published = Published
basis-derived = Derived
basis-computed = Computed
basis-memory = Recalled
node-seaport = Sea port
node-ferry-terminal = Ferry terminal
node-border-station = Dry port or border station
node-hub = Capital or hub
node-junction = Railway junction

## Kinds of events

event-turkic-speaking-summit = Summit of Turkic-speaking states
event-formal-summit = Summit
event-informal-summit = Informal summit
event-extraordinary-summit = Extraordinary summit
event-heads-of-government = Heads of government
event-ministerial = Ministerial meeting
event-institution = Institutions
event-membership = Membership
event-treaty = Treaty
event-related = Outside the OTS

## Areas of cooperation

area-economy = Economy
area-trade = Trade
area-investment = Investment
area-transport = Transport
area-digitalisation = Digitalisation
area-energy = Energy
area-agriculture = Agriculture
area-customs = Customs
area-science = Science, research and education

## Evidence

confidence-high = high
confidence-medium = medium
confidence-low = low
confidence-high-long = High confidence: official, or two independent sources
confidence-medium-long = Medium confidence: one decent source
confidence-low-long = Low confidence: unconfirmed
source-official = Official
source-law = Law or treaty
source-dataset = Data set
source-news = Press
source-encyclopedia = Encyclopedia
source-seed = Founding document of the atlas
source-memory = General knowledge, not looked up
source-memory-long = General knowledge of the editors that was not looked up
source-other = Other
source-reliability = reliability { $word }
word-not-found = not found
word-date-not-found = date not found
word-unconfirmed = unconfirmed
word-planned = planned
word-estimate = estimate
word-source = Source
word-yes = yes
word-no = no
tone-caution = Caution
tone-uncertain = Uncertain
tone-disagreement = Sources differ

## Layers

layer-corridors = Corridor lines
layer-seats = Capitals and seats
layer-cities = Cities
layer-nodes = Ports and gauge breaks
layer-water = Lakes and rivers
layer-labels = Names
layer-graticule = Graticule

## Themes

theme-light = Light
theme-dark = Dark
theme-print = Print
theme-greyscale = Greyscale

## Projections

projection-albers = Albers, equal areas
projection-lambert = Lambert, true angles
projection-azimuthal = Azimuthal, equal areas

## Pages about things (story)

# Time and dates
story-since = since { $from }
story-until = until { $to }
story-by = by { $date }, beginning not found
story-from-to = { $from } to { $to }
story-planned-date = planned, { $date }
story-dated = Dated { $date }
story-dated-as = Dated { $date }: { $what }
story-coarse-date = The sources do not date this closely enough to tell for the as-of day
story-later-than-as-of = Later than the as-of date
story-not-yet = Later than the as-of date
story-planned-no-result = Was planned for a date that has passed; whether it took place was not found
story-and-later = { $later ->
   [one] { $count }, and one later than the as-of date
  *[other] { $count }, and { $later } later than the as-of date
}

# Notices and remarks
story-caution = To be read with this page
story-uncertain = Not known with certainty
story-handling = What the atlas does: { $text }
story-remarks = Remarks

# States
story-subject = { $kind ->
    [state] { $name }
   *[body] the { $name }
}
story-status = Status
story-confirmed = Status confirmed by a source of { $date }
story-no-status = No standing in the { $org } on this day
story-status-later = { $status } since { $date }
story-capital = Capital
story-currency = Currency
story-languages = Official languages
story-endonym = Names
story-population = Population
story-area = Area
story-gdp = GDP, nominal
story-other-figures = Other series
story-members-together = Members together
story-all-together = Members and observers together
story-other-figure = { $label }: { $value } ({ $series })
story-roles = Role in institutions
story-member-in = in { $count } of { $total }, member in { $members }
story-hosts = hosts
story-lines-on-soil = Corridor lines on its territory
story-border-segments = Segments across a border count here in full.
story-history = Steps
story-in-the-chair = In the chair of the OTS
story-events-on-soil = Events on its soil
story-events-about = Events about it
story-groups = Other groups

# Institutions
story-founded = Founded
story-founded-on = Founded { $date }
story-signed-on = Signed { $date }
story-founding-not-found = Founding date not found
story-not-known-to-work = Not known to have started work
story-in-seed = Named in the founding document of the atlas
story-seed-identification = Named in the founding document, not identified with certainty
story-seat = Seat
story-areas = Areas of cooperation
story-mandate = What it is for
story-instrument = Agreements and dates
story-participants = Who takes part
story-members-observers = { $members ->
   [one] one member
  *[other] { $members } members
}, { $observers ->
   [0] no observer
   [one] one observer
  *[other] { $observers } observers
}{ $organisations ->
   [0] {""}
   [one] {" "}and one observer organisation
  *[other] {" "}and { $organisations } observer organisations
}
story-signatories = { $count ->
   [one] one signatory
  *[other] { $count } signatories
}
story-in-office = In office

# Corridors, segments, places
story-lines = Lines
story-segments = Segments
story-segments-in = Segments in { $country }
story-segments-across = Segments across borders
story-sea-legs = Sea legs
story-segments-length = { $count ->
   [one] one segment
  *[other] { $count } segments
}, { $length }
story-of-which-sea = { $count ->
   [one] Of these, one sea leg
  *[other] Of these, { $count } sea legs
}, { $length }
story-sum-of-branches = Sum of all branches in the atlas, not the length of one journey
story-no-segments = No segment in the atlas
story-segment-detail = { $mode }, { $status }, length { $basis }
story-at-least = ≥ { $length }
story-about = about { $length }
story-length-published = Published
story-length-derived = Derived
story-length-estimated = Computed or recalled
story-length-as-published = Length as published
story-transit = Transit time as published
story-takes-part = Taking part, as printed
story-from = From
story-to = To
story-length = Length
story-length-basis = Basis of the length
story-drawn-length = Length of the drawn line
story-length-is-computed = The length is computed along the drawn line. It is a lower bound: railways and roads are longer.
story-length-is-recalled = The length is general knowledge that was not looked up; unconfirmed.
story-evidence-of = Evidence of { $date }
story-service-not-checked = Whether it is in service was not looked up
story-evidence-as-printed = Evidence: { $words }
story-status-remark = { $segments }: { $words }
story-status-evidence = On the state of building or service the route table says: { $words }
story-length-check = Length and drawn line differ: { $text }
story-shorter = The length is shorter than the straight line: { $text }
story-building-of-edition = The state of building and service is that of the edition of { $date }, not of the as-of date.
story-gauge = Gauge
story-both-gauges = 1520 and 1435 mm
story-electrified = Electrified
story-tracks = Tracks
story-operator = Operator
story-opened = Opened
story-bottleneck = Bottlenecks and remarks
story-crossing = Border crossing
story-belongs-to = Belongs to
story-neighbours = Meets
story-gauge-break = Break of gauge: wagons change bogies or loads change wagons
story-gauge-break-planned = Planned break of gauge: no line here is in service yet
story-country = Country
story-position = Position
story-position-from = Position from

# Figures and charts
story-chart-title = { $subject }, { $unit }
story-reading = { $year }: { $value } { $unit } ({ $basis })
story-basis = Reporting basis: { $basis }.
story-basis-short = reporting basis { $basis }
story-change-below = { $last } is { $percent } % below { $before }.
story-change-above = { $last } is { $percent } % above { $before }.
story-figures = Other figures, each on its own basis
story-figures-ahead = Targets and forecasts
story-no-figure = No figure found, { $unit }

# Events, measures, sources
story-decision = What was decided
story-happened = What happened
story-intended = What is planned
story-place = Place
story-number = Number in the series
story-chair = Chair of the OTS
story-took-part = Taking part
story-subjects = About
story-before-and-after = Before and after
story-milestones = Dates and milestones
story-under = Under
story-publisher = Publisher
story-published = Published
story-accessed = Archived copy read
story-address = Address
story-cited-by = { $count ->
   [one] One page of the atlas rests on it
  *[other] { $count } pages of the atlas rest on it
}

# Details of institutions and states, by their label in the facts
detail-website = Website
detail-status = State of affairs
detail-head = Head
detail-chair = Chair
detail-kind-source = How its kind is known
detail-renamed = Renamed
detail-latest = Latest
detail-in-force = In force since
detail-working-languages = Working languages
detail-membership-rule = Who can be a member
detail-chair-rule = Rule of the chair
detail-rhythm = Rhythm
detail-term-rule = Term of office
detail-next = Next
detail-change-2025 = Change in 2025
detail-capital = Capital
detail-leader = Leader
detail-ots-role = Role in the OTS
detail-members = Members
detail-seat = Seat

## The search

search-placeholder = Search the atlas
search-nothing = Nothing found for “{ $query }”
search-near = Nothing found for “{ $query }”. Did you mean:

## Panels (ui)

ui-symbol-member = Member
ui-symbol-observer = Observer
ui-symbol-entity = Northern Cyprus
ui-symbol-organisation = Organisation
ui-symbol-participant = Takes part in another way
ui-symbol-nothing = Nothing found
ui-symbol-institution = Institution
ui-symbol-rail = Railway
ui-symbol-road = Road
ui-symbol-sea = Sea leg
ui-symbol-corridor = Corridor
ui-symbol-port = Port
ui-symbol-node = Place on a corridor
ui-symbol-gauge-break = Break of gauge
ui-symbol-event = Event
ui-symbol-measure = Customs measure
ui-symbol-source = Source
ui-close = Close
ui-menu = Menu
ui-all = Whole OTS
ui-as-of = As of { $date }
ui-as-of-info = Memberships and events are shown as of this day. Every fact also carries the date of its evidence.
ui-to-dark = Dark theme
ui-to-light = Light theme
ui-export = Export
ui-language = Language: { $name }
ui-rail = Contents
ui-members-and-observers = In the OTS
ui-states-count = { $members ->
    [one] 1 member
   *[other] { $members } members
    }, { $observers ->
    [one] 1 observer
   *[other] { $observers } observers
    }
ui-more = { $count } more
ui-some-of = { $some } of { $all }
ui-fewer = Show fewer
ui-layers-on = { $on } of { $all } on
ui-area = Area
ui-area-all = All areas
ui-area-none = Nothing in this area of cooperation.
ui-note = note
ui-organisation-row = { $name }, observer organisation
ui-entity-row = Northern Cyprus (TRNC)
ui-search-keys = ↑ ↓ to choose, Enter to open, Esc to close
ui-search-start = Type a name in any of its languages: a state, a body, a corridor, a place, an event.
ui-palette-hint = Type what you want to do
ui-palette-none = No command of that name.
ui-export-title = Export picture
ui-export-size = Size
ui-export-window = Window
ui-export-custom = Custom
ui-export-path = File
ui-export-path-hint = A fresh name in the pictures folder
ui-export-same = The picture is laid out anew for its size; title, legend, sources and notes are on it.
ui-cancel = Cancel
ui-help-title = Keys and help
ui-help-mouse = Mouse
ui-help-wheel = Zoom at the pointer
ui-help-wheel-key = Wheel
ui-help-drag = Move the map
ui-help-drag-key = Drag
ui-help-double = Zoom in
ui-help-double-key = Double click
ui-help-click = Tell about it
ui-help-click-key = Click
ui-help-keyboard = Walk and open
ui-help-tab = Next thing
ui-help-enter = Open it
ui-about = About
ui-about-version = OTS Atlas { $version }
ui-about-edition = Edition of the facts: { $date }
ui-about-digest = Digest of facts and shapes: { $digest }
ui-about-network = This program holds no network code. It opens an address only in your browser, and only when you click it.
ui-about-licences = Coasts, areas and lakes: Natural Earth, public domain. Letters: Inter, SIL Open Font License 1.1. Program: MIT or Apache 2.0.
ui-error = Error
ui-dismiss = Dismiss
ui-job = { $label }, { $percent } %
ui-inspector-close = Close the page

## Canvas and inspector (ui-map, ui-page)

ui-map-zoom-in = Zoom in
ui-map-zoom-out = Zoom out
ui-map-home = Whole OTS
ui-map-gauge-break = Break of gauge
ui-map-gauge-break-planned = Planned break of gauge
ui-seat-unconfirmed = Unconfirmed: { $name }
ui-map-no-status = No standing in the { $org } on this day
ui-map-no-length = Length not found
ui-map-since = { $status } since { $date }
ui-map-segment = { $mode }, { $status }
ui-map-length = { $km }, { $basis }
ui-map-seats = { $count ->
    [one] Seat of { $count } body
   *[other] Seat of { $count } bodies
}
ui-map-likely-seats = { $count ->
    [one] Seat unconfirmed or planned
   *[other] Seats unconfirmed or planned
}
ui-page-close = Close the page
ui-page-reveal = Show on the map
ui-page-unknown = This view names something that the atlas does not know.
ui-page-sources = Sources
ui-page-source = Source { $number }: { $label }
ui-page-source-number = Source { $number }
ui-page-browse = Open source { $number } in the browser
ui-page-copy-address = Copy the address
ui-page-more = { $count } more
ui-page-fewer = Show fewer
ui-page-show = show

## Map and page (map)

## Commands: labels of menus, buttons and the palette (command)

command-menu-file = File
command-menu-edit = Edit
command-menu-go = Go
command-menu-help = Help
command-menu-map = Map
command-menu-window = Text and window
command-menu-layers = Layers
command-menu-projection = Projection
command-menu-theme = Theme
command-menu-language = Language
command-export = Export picture
command-open = Open a view
command-copy-picture = Copy picture
command-copy-caption = Copy caption and sources
command-quit = Quit
command-undo = Undo
command-redo = Redo
command-search = Search the atlas
command-palette = Find a command
command-back = Page before
command-forward = Page after
command-escape = Close or clear
command-help = Keys and help
command-zoom-in = Zoom in
command-zoom-out = Zoom out
command-home = Whole OTS
command-fit-selection = Fit the selection
command-pan-left = Move left
command-pan-right = Move right
command-pan-up = Move up
command-pan-down = Move down
command-text-larger = Larger text
command-text-smaller = Smaller text
command-text-normal = Normal text
command-day-before = Step back to the event before
command-day-after = Step on to the next event
command-day-edition = As of the edition
command-map-only = Map only
command-full-screen = Full screen

## Command line (cli)

## The page: title, legend, notes

map-as-of = as of { $date }
map-number-word = { $n ->
    [0] no
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
   *[other] { $n }
}
map-title-counts = { $members-word } { $members ->
    [one] member
   *[other] members
}{ $organisations ->
    [0] {" "}and
   *[other] ,
} { $observers-word } { $observers ->
    [one] observer
   *[other] observers
}{ $organisations ->
    [0] {""}
    [one] {" "}and one observer organisation ({ $names })
   *[other] {" "}and { $organisations } observer organisations ({ $names })
}
map-title-members-only = { $members-word } { $members ->
    [one] member
   *[other] members
} of the cooperation of Turkic states
map-title-before = Before the cooperation of Turkic states had members
map-title-founding = { $name } is a founding member of the { $org }
map-title-member = { $name } is a member of the { $org }
map-title-observer = { $name } is an observer in the { $org }
map-title-entity = { $name } is an observer entity in the OTS*
map-title-organisation = { $name } is an observer organisation in the OTS
map-title-no-standing = { $name } has no standing in the { $org } on this day
map-subtitle-status = { $org }, status { $asof }
map-subtitle-confirmed = Status last confirmed { $date }
map-subtitle-last = last confirmed { $date }
map-subtitle-since = Since { $since }, status { $asof }{ $confirmed ->
    [none] {""}
   *[other] , last confirmed { $confirmed }
}
map-subtitle-segments = { $n ->
    [one] { $n } corridor segment on its soil
   *[other] { $n } corridor segments on its soil
}
map-subtitle-roles = { $members ->
    [one] { $members } member
   *[other] { $members } members
}, { $observers ->
    [0] no observer
    [one] { $observers } observer
   *[other] { $observers } observers
}{ $organisations ->
    [0] {""}
    [one] {" "}and { $organisations } observer organisation
   *[other] {" "}and { $organisations } observer organisations
}
map-subtitle-no-members = Taking part: not found
map-subtitle-proposed = Proposed { $date }, not known to have started work
map-subtitle-proposed-undated = Proposed, not known to have started work
map-subtitle-planned-body = Planned, dated { $date }, not known to have started work
map-subtitle-planned-body-undated = Planned, not known to have started work
map-subtitle-lines = { $n ->
    [one] { $n } segment
   *[other] { $n } segments
}: { $statuses }
map-subtitle-operational = { $n } operational
map-subtitle-assumed = { $n } assumed in service
map-subtitle-building = { $n } under construction
map-subtitle-planned = { $n } planned
map-subtitle-suspended = { $n } suspended
map-subtitle-newest = Newest evidence { $date }{ $undated ->
    [0] {""}
    [one] , one without dated evidence
   *[other] , { $undated } without dated evidence
}
map-subtitle-event = { $where }. Map { $asof }
map-source-note = Note on Northern Cyprus: { $names }
map-source-lines = Route table: { $segments ->
    [one] one segment
   *[other] { $segments } segments
} from { $documents ->
    [one] one document
   *[other] { $documents } documents
}{ $newest ->
    [none] {""}
   *[other] , newest evidence { $newest }
}
map-legend-member = Member
map-legend-observer = Observer
map-legend-entity = Northern Cyprus, see note
map-legend-takes-part = Takes part
map-legend-signed = Signed it
map-legend-observes = Observer, or in another role
map-legend-aside = OTS, no part in it found
map-legend-disputed = Not delimited or disputed
map-legend-ceasefire = Ceasefire line
map-legend-operational = Operational
map-legend-operational-or-assumed = Operational or assumed so
map-legend-assumed = Assumed in service
map-legend-construction = Under construction
map-legend-planned = Planned
map-legend-suspended = Suspended
map-legend-unconfirmed = Unconfirmed
map-legend-sea = Sea leg
map-legend-road = Road
map-legend-other = Other corridors
map-legend-port = Port
map-legend-gauge = Gauge break
map-legend-node = Station, border post
map-legend-capital = Capital
map-legend-seats = Seats (count)
map-legend-likely-seats = Unconfirmed seats
map-legend-event = Place of the event
map-foot-sources = Sources
map-foot-boundaries = Boundaries and names
map-foot-picture = On this picture
map-foot-as-of = Names and standing { $asof }.
map-foot-parts = Who takes part: { $text }.
map-foot-differ = Sources differ: { $questions }
map-foot-differ-count = Sources differ on { $count } points, which the page of it tells.
map-foot-edition = OTS Atlas, edition { $edition }
map-foot-edition-code = OTS Atlas, edition { $edition }, view { $code }
map-northern-cyprus-label = Northern Cyprus (TRNC)*
map-northern-cyprus-short = N. Cyprus (TRNC)*
map-inset-caucasus = The Caucasus
map-inset-cyprus = Cyprus

## Pictures: sizes, captions, opening again
ui-export-pixels = { $width } × { $height } pixels, about { $megabytes } MB of memory
ui-export-typed = Pixels or millimetres
ui-export-format = Format
ui-export-marked = Carry the view and print its code, so that the picture can be opened again
ui-size-slide = Slide 16:9
ui-size-slide-4k = Slide 4K
ui-size-slide-4x3 = Slide 4:3
ui-size-square = Square
ui-size-a4 = A4
ui-size-a4-portrait = A4 upright
ui-size-a3 = A3
ui-size-a3-portrait = A3 upright
ui-open = Open
ui-open-title = Open a view
ui-open-what = A PNG, SVG or PDF that the atlas made, or the view code that is printed on it. Or the folder of another edition of the facts, to see what differs. Files and folders can also be dropped on the window.
ui-open-field = Picture, view code or folder
ui-open-hint = kz.png, or 0400-7WZ0-…
app-copied = Copied the picture.
app-copying = Painting for the clipboard
app-copy-failed = The picture could not be copied: { $why }. Export it to a file with Ctrl+Shift+E instead.
app-caption-copied = Copied caption, description and sources.
app-open-failed = Nothing was opened: { $why }
app-opened-differs = { $count ->
    [one] Made with edition { $edition }: one page has changed since.
   *[other] Made with edition { $edition }: { $count } pages have changed since.
}
app-opened-partly = Something in this view is not known here and was left out.
caption-members = Members of the { $org }: { $names }.
caption-observers = Observers of the { $org }: { $names }.
caption-organisations = Observer organisation: { $names }.
caption-selected = Selected: { $name }.
caption-alternative = Description
caption-notes = Notes
caption-sources = Sources

## What the program tells
app-browse-failed = No browser could be opened; the address is on the clipboard.
app-closing = The window closes as soon as the picture is written.
app-export-busy = Another picture is still being made.
app-export-failed = The picture could not be written: { $why }
app-saved = Saved { $path }
app-selection-gone = { $id } is not in this edition; nothing is selected.
app-session-afresh = What was remembered could not be read. It lies beside as { $path }; the atlas starts afresh.
app-session-earlier = What was remembered last could not be read and lies beside as { $path }; an earlier state took its place.
app-session-failed = What you look at could not be remembered: { $why }
app-session-homeless = There is no folder to remember anything in; this session will not be kept.
app-session-unwritable = The folder for what is remembered cannot be written to: { $why }
app-writing = Writing { $name }

## Briefings and the press check
briefing-edition = OTS Atlas, edition of { $date }
press-dropped = { $count ->
    [one] One label found no place: { $names }
   *[other] { $count } labels found no place: { $names }
}
press-small = “{ $text }” is { $size } { $unit } high; at least { $least } { $unit } are wanted.
press-contrast = “{ $text }” stands out by { $contrast } to 1 only.
press-cut = { $count ->
    [one] The title of one source is cut: { $text }
   *[other] The titles of { $count } sources are cut: { $text }
}
press-unconfirmed-nodes = { $count ->
    [one] One visible station, port or border post is unconfirmed: { $name }
   *[other] { $count } visible stations, ports or border posts are unconfirmed, such as { $name }.
}
press-unconfirmed-seats = { $count ->
    [one] One visible seat is unconfirmed: { $name }
   *[other] { $count } visible seats are unconfirmed, such as that of { $name }.
}
press-unconfirmed-standings = { $count ->
    [one] One visible standing is unconfirmed: { $name }
   *[other] { $count } visible standings are unconfirmed, such as that of { $name }.
}
press-unconfirmed-roles = { $count ->
    [one] One role in the institution is unconfirmed: { $name }
   *[other] { $count } roles in the institution are unconfirmed, such as that of { $name }.
}
press-unconfirmed-subject = What the picture is about is unconfirmed: { $name }
press-unconfirmed-figures = { $count ->
    [one] One figure about { $name } is unconfirmed.
   *[other] { $count } figures about { $name } are unconfirmed.
}
press-unconfirmed-measures = { $count ->
    [one] One measure is unconfirmed: { $name }
   *[other] { $count } measures are unconfirmed, such as { $name }.
}
press-old-nodes = { $count ->
    [one] The evidence for one visible station, port or border post is older than { $months } months: { $name }
   *[other] The evidence for { $count } visible stations, ports or border posts is older than { $months } months, such as { $name }.
}
press-old-seats = { $count ->
    [one] The evidence for one visible seat is older than { $months } months: { $name }
   *[other] The evidence for { $count } visible seats is older than { $months } months, such as that of { $name }.
}
press-old-roles = { $count ->
    [one] The evidence for one role in the institution is older than { $months } months: { $name }
   *[other] The evidence for { $count } roles in the institution is older than { $months } months, such as that of { $name }.
}
press-old-subject = The evidence for what the picture is about is older than { $months } months: { $name }
press-old-figures = { $count ->
    [one] One figure about { $name } is older than { $months } months.
   *[other] { $count } figures about { $name } are older than { $months } months.
}
press-old-measures = { $count ->
    [one] The evidence for one measure is older than { $months } months: { $name }
   *[other] The evidence for { $count } measures is older than { $months } months, such as { $name }.
}
briefing-continued = { $name }, continued
press-unconfirmed = { $count ->
    [one] One visible line is unconfirmed.
   *[other] { $count } visible lines are unconfirmed.
}
press-old = { $count ->
    [one] The evidence for one visible line is older than { $months } months.
   *[other] The evidence for { $count } visible lines is older than { $months } months.
}
press-old-standing = The standing of { $name } was confirmed more than { $months } months ago.
press-note = { $name } is seen without its note.
press-boundaries = The note on boundaries is not on the picture.
press-source = No source is named.
press-scale = The scale varies too much for a bar.
command-pack = Make a briefing pack
command-press = Press check
command-bookmark = Keep this view
command-bookmarks = Bookmarks
command-copy-csv = Copy facts as CSV
command-copy-markdown = Copy facts as Markdown
command-copy-json = Copy facts as JSON
ui-press-what = What a press office would object to in the picture as the window shows it. A click leads to the spot.
ui-press-nothing = Nothing to object to.
ui-press-count = { $count ->
    [one] One finding
   *[other] { $count } findings
}
ui-obstacle = Nothing can be written there: { $why }
ui-survey-looking = Looking at { $done } of { $all } pictures and pages; { $count } findings so far
ui-survey-found = { $count ->
    [one] One finding
   *[other] { $count } findings
} in { $all } pictures and pages
ui-survey-all = Show all
ui-survey-fold = Fold
ui-survey-times = in { $count } pictures
flaw-dropped-label = names without a place
flaw-small-text = letters too small
flaw-low-contrast = letters too faint
flaw-old-fact = old evidence
flaw-unconfirmed = unconfirmed
flaw-missing-note = missing note
flaw-missing-source = missing source
flaw-cut-source = cut source titles
flaw-no-scale-bar = no scale bar
ui-leave-title = A pack is being made
ui-leave-what = To close the window now stops it, and nothing of it is written.
ui-leave-stay = Keep going
ui-leave-stop = Stop and close
ui-export-captioned = Write caption, description and sources beside it
ui-bookmarks-none = No bookmarks yet. Keep the view that the map shows with Ctrl+B.
ui-bookmarks-back = Put “{ $name }” back
ui-bookmarks-pack = Make a briefing pack
ui-bookmarks-open = Open { $name }
ui-bookmarks-rename = Rename
ui-bookmarks-up = Move up
ui-bookmarks-down = Move down
ui-bookmarks-remove = Remove
ui-bookmarks-file = As a file that people can read and that makes a pack; in the pictures folder where no other is named.
ui-bookmarks-save = Write file
ui-bookmarks-read = Read file
ui-pack-from = From
ui-pack-view = This view
ui-pack-briefing = The OTS briefing
ui-pack-briefing-what = The whole organisation, each of its members and observers, the Trans-Caspian route and the investment fund: slides in English and Turkish, captions, facts, and a document for each language.
ui-pack-file = A file
ui-pack-file-what = A text file that names views, sizes, formats and languages; bookmarks can be written as one.
ui-pack-formats = Formats and languages
ui-pack-document = A document of all views with their facts (PDF, A4)
ui-pack-captions = Captions with description and sources
ui-pack-facts = Facts about what is selected (CSV, Markdown)
ui-pack-count = { $count ->
    [0] No picture
    [one] One picture
   *[other] { $count } pictures
}
ui-pack-folder = Folder
ui-pack-folder-hint = ots-briefing in the pictures folder
ui-pack-make = Make pack
app-pack-failed = No pack was made: { $why }
app-pack-done = { $files } files in { $path }; { $findings ->
    [0] the press check found nothing.
    [one] the press check found one thing, see manifest.json.
   *[other] the press check found { $findings } things, see manifest.json.
}
app-facts-copied = Copied the facts.
app-read-mistake = the file could not be read, by a mistake in the program
app-dropped-many = Several files were dropped; the first one is opened.
app-caption-failed = The picture is written, its caption is not: { $why }
app-text-failed = The text may not be on the clipboard: { $why }. It is written to a file beside a picture, too.
app-bookmarks-left-out = { $count ->
    [one] One view was left out: there are 200 bookmarks at most.
   *[other] { $count } views were left out: there are 200 bookmarks at most.
}
app-bookmarks-afresh = The bookmarks could not be read. They lie beside as { $path }; the list starts afresh.
app-bookmarks-earlier = The bookmarks could not be read and lie beside as { $path }; an earlier list took their place.
app-bookmarked = Kept as “{ $name }”.
app-bookmarks-full = There are too many bookmarks; remove one first.
app-bookmarks-failed = The bookmarks could not be written or read: { $why }
app-bookmarks-read = { $count ->
    [0] No bookmark was added.
    [one] One bookmark was added.
   *[other] { $count } bookmarks were added.
}
briefing-left-out = Too long for a page: { $name }
briefing-more = and { $count } more
caption-own-members = Members of it: { $names }.
caption-own-observers = Observers of it: { $names }.
caption-own-signatories = Signatories of it: { $names }.
app-pack-stopped = Stopped; nothing of the pack was written.

## Routes between two places

route-title = { $from } – { $to }
route-reach-today = What operates or is assumed to
route-reach-construction = Also what is under construction
route-reach-planned = Also what is under construction or planned
route-suspended = also suspended services
route-no-sea = without sea legs
route-with-sea = With sea legs
route-aim-shortest = shortest
route-aim-gauge = fewest changes of gauge
route-aim-borders = fewest borders
route-by-way-of = by way of { $places }
route-avoiding = avoiding { $places }
route-of-which = Of which { $shares }
route-share-official = { $length } official
route-share-published = { $length } published
route-share-derived = { $length } derived from these
route-share-computed = { $length } computed (lower bound)
route-share-memory = { $length } recalled (not looked up)
route-countries = { $count ->
   [one] one country
  *[other] { $count } countries
}
route-borders-count = { $count ->
   [0] no border
   [one] one border
  *[other] { $count } borders
}
route-gauge-count = { $count ->
   [0] no change of gauge
   [one] one change of gauge
  *[other] { $count } changes of gauge
}
route-by-sea = { $length } by sea
route-mode = By mode
route-status = By state of building
route-confidence = By confidence
route-shares = Shares
route-by-country = By country
route-split = { $length } of it on segments across a border, divided by the drawn line
route-at-km = km { $number }
route-gauge = Changes of gauge
route-gauge-from-to = { $before } before, { $after } after
route-gauge-across-sea = { $before } before, { $after } after, with a sea leg in between
route-gauge-passed = A place of a change of gauge that this way does not need
route-gauge-unknown = gauge not known
route-borders = Borders
route-border-at = At { $place }
route-border-on = Between { $place }, where the drawn line crosses
route-border-sea = By sea, { $place }
route-measures = Customs measures at its borders and ports
route-measure-at = { $places }:
route-legs = Leg by leg
route-leg-basis = length { $basis }
route-leg-km = km { $from } to { $to }
route-alternatives = Alternatives
route-departs = other course from { $from } to { $to }, { $length }
route-also = also through { $places }
route-not = not through { $places }
route-longer = { $length } longer
route-shorter = { $length } shorter
route-note-computed = { $length } are computed along the drawn line: a lower bound, since railways and roads are longer. The total is a lower bound too.
route-note-memory = { $length } are general knowledge that was not looked up.
route-note-split = { $length } lie on segments across a border. The schematic line divides them between the countries, so the kilometres of each country are approximate.
route-note-loading = { $length } are by road or ship: loading between them and the railway is no change of gauge, and is not counted.
route-note-gauge = The gauge of { $length } of railway is not known; changes of gauge there are not counted.
route-note-undated = For { $length } no dated source says that the state of building or service is what is shown.
route-no-way = No way in this atlas under these choices
route-same-place = The beginning and the end are one place, or one lies in the other.
route-unknown-place = The network has no node in { $place }.
route-avoided-place = { $place } is to be avoided and is to be passed as well.
route-one-closes = Giving up one of the choices below opens a way.
route-several-close = No single choice closes it: several do together.
route-nothing-helps = Nothing that can be chosen opens a way: no segments of the atlas join the two.
route-openings = What would open a way
route-over = By way of { $places }
route-without-avoiding = Not avoiding { $place }
route-without-via = Not by way of { $place }
route-without-choices = None of the choices

## The chainage strip
strip-title = { $from } to { $to }, { $km }
strip-segments = { $n ->
    [one] one segment
   *[other] { $n } segments
}
strip-breaks = { $n ->
    [one] one gauge break
   *[other] { $n } gauge breaks
}
strip-by-sea = { $n ->
    [one] one sea leg of { $km }
   *[other] { $n } sea legs of { $km } in all
}
strip-published-share = { $percent } % of the length published or derived
strip-band = { $name }, { $km }
strip-row-line = Line
strip-row-state = State
strip-row-gauge = Gauge
strip-row-tracks = Tracks
strip-row-length = Length
strip-row-km = km
strip-not-found = not found
strip-note-segment = { $from }–{ $to }: { $text }.
strip-note-measure = { $name }: { $status }.
strip-legend-breaks = Gauge break: { $places }
strip-legend-published = length official, published or derived
strip-legend-computed = computed or recalled
strip-legend-one-track = one track
strip-legend-two-tracks = two tracks
strip-legend-wire = electrified
strip-foot = Where a segment crosses a border, its length is split where the drawn, schematic line crosses it. Computed lengths are lower bounds.
briefing-sources = Sources of these facts

# Routes in the window
kind-route = Route
kinds-route = Routes
command-route = Route between two places
command-strip = Chainage strip
ui-route-title = Route between two places
ui-route-from = From
ui-route-to = To
ui-route-via = By way of
ui-route-avoid = Avoiding
ui-route-hint = State, station, port or border post
ui-route-swap = Other way round
ui-route-today = Operates today
ui-route-construction = Also under construction
ui-route-planned = Also planned
ui-route-shortest = Shortest
ui-route-gauge = Fewest changes of gauge
ui-route-borders = Fewest borders
ui-route-suspended = Suspended services too
ui-route-show = Show route
ui-route-here = Route from here
ui-route-change = Change route
ui-route-tip = Or hold Shift and click another place on the map
ui-strip-beside = Compare with
ui-strip-alone = Nothing beside it
route-side-by-side = Ways side by side
route-this = This
route-number = Way { $number }
route-countries-short = Countries
route-sure = Length published or derived
map-route-lower = at least { $length }
unit-percent = { $number } %
story-figures-year = Year
route-length-km = Length, km
route-sea-km = By sea, km
layer-customs = Customs measures at borders
map-legend-customs = Customs measures of both sides (count)
story-measures-shared = Customs measures in which both sides take part
route-transit = Transit times as published for whole corridors
command-timeline = Timeline
ui-time-open-list = Click to choose one
ui-time-day = Look from the day
ui-time-field = Day, month or year
ui-time-play = Let time pass
ui-time-stop = Stop
command-series = Pictures through time

## Days: names, offices
word-or = or
story-secretary-general = Secretary-General
story-of-edition = As the edition has it
story-former-names = Earlier names
story-name = Name
story-translated = Translation by the atlas of “{ $name }”

## What changed between two days
kind-changes = What changed
kinds-changes = What changed
changes-title = What changed between { $from } and { $to }
changes-ends = Compared are the ends of both days
changes-counted = { $gained ->
    [0] No standing gained
    [one] One standing gained
   *[other] { $gained } standings gained
}, { $lost ->
    [0] none lost
    [one] one lost
   *[other] { $lost } lost
}
changes-count-roles = { $count ->
    [0] no role changed
    [one] one role changed
   *[other] { $count } roles changed
}
changes-count-founded = { $count ->
    [0] no institution founded
    [one] one institution founded
   *[other] { $count } institutions founded
}
changes-count-events = { $count ->
    [0] no event
    [one] one event
   *[other] { $count } events
}
changes-gained = Standing gained
changes-lost = Standing lost
changes-none-gained = The facts know of no state or entity that gained a standing in this time.
changes-none-lost = The facts know of no state or entity that lost its standing in this time.
changes-became-founding = { $name } became a founding member of the { $org }
changes-became-member = { $name } became a member of the { $org }
changes-became-observer = { $name } became an observer in the { $org }
changes-became-entity = { $name } became an observer entity in the { $org }
changes-became-organisation = { $name } became an observer organisation in the { $org }
changes-left = { $name } has no standing in the { $org } any more
changes-before = Before: { $what }
changes-maybe = The date is not known closely enough to tell whether it lies between the two days
changes-roles-gained = Roles gained in institutions
changes-roles-lost = Roles lost in institutions
changes-role-member = { $name } became { $count ->
    [one] a member of
   *[other] members of
} { $bodies }
changes-role-observer = { $name } became { $count ->
    [one] an observer in
   *[other] observers in
} { $bodies }
changes-role-signatory = { $name } became { $count ->
    [one] a signatory of
   *[other] signatories of
} { $bodies }
changes-role-universities = { $name } { $count ->
    [one] takes
   *[other] take
} part in { $bodies } through universities
changes-role-draft = { $name } became { $count ->
    [one] party
   *[other] parties
} to the draft of { $bodies }
changes-role-host = { $name } became the host of { $bodies }
changes-role-acceding = The accession of { $name } to { $bodies } was announced
changes-role-ended = { $name } { $count ->
    [one] has
   *[other] have
} no part in { $bodies } any more
changes-founded = Founded, signed or begun
changes-proposed = Agreed, announced or proposed, not known to work
changes-was-founded = { $name } was founded
changes-was-signed = { $name } was signed
changes-began = { $name } began
changes-was-agreed = { $name } was agreed, drafted or announced
changes-was-proposed = { $name } was proposed
changes-names = Names
changes-renamed = { $before } became { $after }
changes-offices = Chair and office
changes-chair = { $name } took the chair of the { $org }
changes-office = { $name } became Secretary-General
changes-steps = Steps of states
changes-step = { $name }: { $what }
changes-events = Events in between
changes-undated = { $count ->
    [one] One role has no dated beginning; it may have begun in this time or before it
   *[other] { $count } roles have no dated beginning; they may have begun in this time or before it
}: { $bodies }.
changes-lines = The state of building and service of lines is known for the edition of { $date } only, and is not compared. The facts date no end of an institution.
command-changes = What changed since the last summit
map-legend-became-member = Became a member
map-legend-became-observer = Became an observer
map-legend-lost = Lost its standing
map-legend-unchanged = Standing as before
map-subtitle-changes = { $counted }. Map as of { $date }
kind-compare = Comparison
kinds-compare = Comparisons
compare-subtitle = Side by side, as of { $date }
compare-standing = Standing in the OTS
compare-since = Since
compare-through-time = Standing through time
compare-step = { $status } since { $date }
compare-figures = Figures with their years
compare-corridors = Corridors through more than one of them
compare-segments = Segments between them
compare-role-maybe = { $role } (date too coarse to be sure)
ui-strip-no-room = There is no room for the whole strip here. A larger window, a closed timeline or a picture has some.

## Who sits in what
matrix-title = Who sits in which Turkic body
matrix-no-room = { $n ->
    [one] One body finds no room here
   *[other] { $n } bodies find no room here
}
matrix-subtitle = { $bodies ->
    [one] One body
   *[other] { $bodies } bodies
} and { $states } states, entities or organisations, as of { $date }
matrix-area = Area of cooperation: { $area }
matrix-body = Body and seat
matrix-evidence = Evidence
matrix-members = { $org } members
matrix-observers = { $org } observers
matrix-others = No standing
matrix-entity-code = TRNC*
matrix-entity = N. Cyprus*
matrix-told = { $state } in { $body }: { $role }
matrix-legend-uncertain = not certain on this day
matrix-legend-none = none found
matrix-more = Dates, confidence and sources of each part: --format markdown, csv or json.
matrix-foot-names = Names
matrix-source = Table of roles: { $roles ->
    [one] one role
   *[other] { $roles } roles
} from { $documents ->
    [one] one document
   *[other] { $documents } documents
}
matrix-undated = Years stand where a role began in another year than its body; where none stands, it began with the body or the beginning was not found.
matrix-left-out = { $count ->
    [one] One body
   *[other] { $count } bodies
} found no room on this page.
matrix-states = States
matrix-sort = Sort: { $order }
matrix-sorted = Sorted: { $orders }
matrix-bodies-facts = bodies as before
matrix-bodies-name = bodies by name
matrix-bodies-founded = bodies by the day of founding
matrix-bodies-parts = bodies by how many take part
matrix-bodies-role = bodies by the role of { $name }
matrix-bodies-since = bodies by the beginning of the role of { $name }
matrix-states-facts = states as before
matrix-states-name = states by name
matrix-states-founded = states by the beginning of their standing
matrix-states-parts = states by how many bodies they are in
matrix-states-role = states by their role in { $name }
matrix-states-since = states by the beginning of their role in { $name }
kinds-edition = Editions of the facts
edition-of = Facts of { $date }
revision-title = What differs from the facts of { $date }
revision-title-same-day = What differs from other facts of { $date }
revision-subtitle = The facts of the atlas against another edition of them, fact by fact
revision-counted = { $all ->
    [0] Nothing differs
   *[other] { $new } new, { $gone } gone, { $altered } altered
}
revision-facts = { $count ->
    [one] One fact about what both have is said otherwise
   *[other] { $count } facts about what both have are said otherwise
}.
revision-new = New
revision-gone = Gone
revision-fact-new = new
revision-fact-gone = gone
revision-fact-altered = altered
revision-before = Before: { $text }
revision-after = Now: { $text }
revision-name = Name
revision-below = Below the name
revision-card = In short
revision-wordings = Notes and terms
revision-note = Note
revision-term = Term
map-legend-more = Gained standing or roles
map-legend-more-observer = Observer that gained standing or roles
map-legend-less = Lost standing or roles
map-legend-altered = Otherwise altered
map-legend-altered-observer = Observer, otherwise altered
map-legend-same = The same in both
app-edition-missing = This view compares with another edition of the facts, of { $date }. Open the folder of that edition to see it.
app-edition-failed = The folder cannot be compared: { $why }
app-edition-missing-code = This view compares with another edition of the facts. Open the folder of that edition first.
app-edition-no-folder = there is no folder { $name }
app-edition-broken = { $more ->
    [0] { $name } holds no whole edition of the facts: { $first }
    [one] { $name } holds no whole edition of the facts: { $first } There is one more problem; `ots-atlas check` names it.
   *[other] { $name } holds no whole edition of the facts: { $first } There are { $more } more problems; `ots-atlas check` names them.
}
app-bookmarks-edition = { $count ->
    [one] One view was left out: it compares with another edition of the facts, which is not open.
   *[other] { $count } views were left out: they compare with another edition of the facts, which is not open.
}
app-edition-same = Nothing differs between the facts in this folder and those of the atlas.
kinds-role = Roles
role-pages = Pages
role-through-time = Through time
matrix-confidence = Evidence: { $word }
matrix-row = { $body }, founded { $date }
command-matrix = Table of who sits in what
view-map = Map
view-matrix = Matrix
map-route-about = about { $length }
ui-chart-confidence = Confidence
