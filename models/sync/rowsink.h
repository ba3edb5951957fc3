// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/rowreader.h"

namespace Trailglass {

/// Takes what is read from a file, in the order of the file.
/// \thread that of the reader
class RowSink
{
public:
    virtual ~RowSink() = default;

    virtual void take(Event event) = 0;
    virtual void take(UnreadableRow row) = 0;

    /// Nothing more is taken: reading may stop.
    [[nodiscard]] virtual bool isClosed() const = 0;
};

} // namespace Trailglass
