// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <memory>
#include <string>

namespace Trailglass::Benchmarks {

class DrivenWindow;

// What somebody does in a window, on the GUI thread, watched by a StallWatch. Each prints the longest stall.

/// Types filters at the speed of somebody who knows them, texts and JSON paths among them.
void measureTypingStalls(DrivenWindow &window);
/// Goes through all pages; through each so many-th where there are very many.
void measureScrolling(DrivenWindow &window);
/// \param beside  what it shows, as the end of the words for the stall
void measureResizing(DrivenWindow &window, const std::string &beside = {});
/// Filters that every event, or every other, matches by its JSON only.
void measurePathFilters(DrivenWindow &window);
/// Lays out all of the JSON of BenchWindowStage's event of a million values.
void measureHugeEvent(DrivenWindow &window);
/// Syncs all sources.
/// \param source  the name of a source that was just added; the window gets to know it first
void measureSync(DrivenWindow &window, const QString &source);
/// Closes the window while it syncs, and prints how long that takes.
/// \param source  likewise, with more pages than the window takes to close
void measureClosing(std::unique_ptr<DrivenWindow> window, const QString &source);

} // namespace Trailglass::Benchmarks
