// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonObject>

#include <optional>

namespace Trailglass {

/// What a response says about itself (`meta`, or the same at the top).
struct SecodaPaging
{
    bool known = false; ///< it says whether there is a next page
    std::optional<qint64> nextPage;
    std::optional<qint64> count;
    bool announcesRows = false; ///< the page, or one after it, has rows, by its own numbers

    /// \param page  the page that was requested
    [[nodiscard]] static SecodaPaging fromEnvelope(const QJsonObject &envelope, qint64 page);
};

} // namespace Trailglass
