// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/reportstyle.h"

namespace Trailglass {
namespace {

// Long words break anywhere and texts of either direction stay within their cells: nothing is cut off or moved by what a log
// holds.
constexpr QByteArrayView ReportStyles = R"(
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1c2126; font: 15px/1.45 "DejaVu Sans", Verdana, sans-serif; }
main { max-width: 58rem; margin: 0 auto; padding: 1.5rem 1.25rem; }
h1, h2, h3, p, dt, dd, td, th, pre, footer, li { overflow-wrap: anywhere; unicode-bidi: isolate; }
h1 { font-size: 1.6rem; margin: 0 0 1rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #c9d0d6; padding-bottom: .25rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
p { margin: .5rem 0; }
.quiet { color: #56616b; font-size: .9rem; }
.warning { border-left: 4px solid #b3541e; padding-left: .75rem; }
dl { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: .2rem 1rem; margin: .5rem 0; }
dt { grid-column: 1; color: #56616b; }
dd { grid-column: 2; margin: 0; }
.code, pre { font-family: "DejaVu Sans Mono", monospace; font-size: .87rem; }
pre { white-space: pre-wrap; background: #f3f5f7; padding: .75rem; margin: .5rem 0; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; font-size: .93rem; }
th { text-align: left; color: #56616b; font-weight: normal; border-bottom: 1px solid #c9d0d6; }
th, td { padding: .25rem .75rem .25rem 0; vertical-align: top; }
.dense { font-size: .8rem; }
.dense th, .dense td { padding-right: .5rem; }
tbody tr + tr td { border-top: 1px solid #e6eaed; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.words { overflow-wrap: normal; }
.share { display: block; width: 100%; min-width: 4rem; height: .6rem; margin-top: .4rem; }
.share rect { fill: #6f8fae; }
.level1 { padding-left: 1rem; }
.level2 { padding-left: 2rem; }
.level3 { padding-left: 3rem; }
.level4 { padding-left: 4rem; }
.level5 { padding-left: 5rem; }
.level6 { padding-left: 6rem; }
.level7 { padding-left: 7rem; }
.level8 { padding-left: 8rem; }
.level9 { padding-left: 9rem; }
mark { background: #ffe39a; color: inherit; }
figure { margin: .5rem 0; }
figure svg { width: 100%; height: auto; }
figure text { font-size: 11px; fill: #56616b; }
.axis { fill: #8a949d; }
.failure { fill: #b3261e; }
.success { fill: #5fa77c; }
.unknown { fill: #b9c1c8; }
.legend { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1.25rem; font-size: .9rem; }
.legend li { border-left: .8rem solid #b9c1c8; padding-left: .4rem; }
.legend .failure { border-color: #b3261e; }
.legend .success { border-color: #5fa77c; }
footer { max-width: 58rem; margin: 0 auto; padding: 0 1.25rem 1.5rem; color: #56616b; font-size: .85rem; }
@page { size: A4; margin: 18mm 15mm; }
@media print {
body { font-size: 10pt; }
main, footer { max-width: none; padding: 0; }
h2, h3 { break-after: avoid; }
figure, tr, dd, pre { break-inside: avoid; }
thead { display: table-header-group; }
.warning, .share, figure, mark, .legend { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
)";

} // namespace

QByteArrayView reportStyleSheet()
{
    return ReportStyles;
}

} // namespace Trailglass
