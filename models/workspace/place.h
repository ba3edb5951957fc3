// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/openplace.h"

#include <QString>

#include <functional>
#include <memory>

namespace Trailglass {

/// Where events are, and how they are opened for reading. A value.
/// \thread any
class Place
{
public:
    /// Opens nothing yet.
    using Open = std::function<std::unique_ptr<OpenPlace>()>;

    /// The folder of a workspace.
    Place(QString folder); // NOLINT(google-explicit-constructor): a folder is a place
    explicit Place(Open open)
        : m_open(std::move(open))
    {
    }

    /// What reads the events, on the thread that uses it first. Opens nothing yet.
    [[nodiscard]] std::unique_ptr<OpenPlace> open() const { return m_open(); }

private:
    Open m_open;
};

} // namespace Trailglass
