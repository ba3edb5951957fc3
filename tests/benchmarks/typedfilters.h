// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Trailglass::Benchmarks {

class DrivenWindow;

/// Types some dozens of filters of coded fields key by key, at the speed of somebody who types fast, and prints how long
/// the rows take from a key press until they are painted.
///
/// Measured are the keys after which the text is a filter that the index alone answers, and the table has another number of
/// rows than before. Names of fields are typed, too: until its colon each is a text to search for. Nobody waits for that
/// search, and the next measured key must get past it.
/// \pre nothing is searched, and the window has no filter
/// \thread GUI
void measureTyping(DrivenWindow &window);

} // namespace Trailglass::Benchmarks
