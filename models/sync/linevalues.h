// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sync/valuesequence.h"

namespace Trailglass {

/// Reads a text line by line: one JSON value a line, or several where files without a line break at their end were
/// joined. A bad line costs itself alone. Empty lines are skipped.
///
/// Memory: one line, of at most JsonSlicer::MaxElement; a longer one is read as a response, element by element.
/// \thread any, one at a time
class LineValues final : public ValueReader
{
public:
    /// \param finder  outlives the reader
    explicit LineValues(EventFinder &finder);

    void feed(std::string_view text) override;
    /// Never fails.
    [[nodiscard]] Result<void> finish() override;

private:
    void addToLine(std::string_view text);
    void endLine();
    void readLine(std::string_view line);
    /// \returns how many bytes of \a line were read
    std::size_t readValue(std::string_view line, TextPlace place);
    void endLongLine();

    EventFinder &m_finder;
    TextPlace m_place{.offset = 0, .line = 1, .isWholeLine = true}; ///< of the current line
    std::string m_line; ///< what came of it before
    std::optional<ValueSequence> m_long; ///< reads a line that is longer than an event
    qint64 m_longBytes = 0;
};

} // namespace Trailglass
