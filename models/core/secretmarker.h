// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/placedbytes.h"
#include "models/core/secretruns.h"

#include <QString>

#include <cstddef>
#include <string>
#include <vector>

namespace Trailglass {

/// Which characters of a text are to be hidden. Used by SecretMask.
class SecretMarker
{
public:
    /// \param text  outlives the marker
    explicit SecretMarker(const QString &text);

    /// Marks the characters that runs in \a layer came from.
    /// \param layer  the text as it is, or with escapes read; for runs of Where::Joined without whitespace
    /// \param bytes  those of \a layer, normalized for the alphabet of \a runs
    void look(const PlacedBytes &layer, const std::string &bytes, const SecretRuns &runs);

    /// Marks what is shown of secrets at both sides of stars.
    /// \param bytes  those of \a layer, as normalized text
    void look(const PlacedBytes &layer, const std::string &bytes, const SecretEnds &ends);

    /// The text with `•••` in the place of each series of marked characters.
    [[nodiscard]] QString hidden() const;

private:
    [[nodiscard]] bool isHidden(qsizetype index) const { return m_isHidden[static_cast<std::size_t>(index)]; }
    void mark(const PlacedBytes &layer, std::size_t begin, std::size_t end);
    void markGroups(const PlacedBytes &layer, const std::string &bytes, std::size_t begin, std::size_t end);

    const QString &m_text;
    std::vector<bool> m_isHidden; ///< one a UTF-16 code unit
};

} // namespace Trailglass
