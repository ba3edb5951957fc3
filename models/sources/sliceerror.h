// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"
#include "models/json/jsonfault.h"

#include <QString>

namespace Trailglass {

/// Why an element cannot be read, and where.
struct SliceError
{
    qint64 offset = 0; ///< of the offending byte, from the start of the stream
    QString reason; ///< translated, one sentence, without the offset
    ErrorKind kind = ErrorKind::Malformed; ///< or TooLarge: a limit was exceeded
};

/// The reason with its place: “… (at byte 17)”.
[[nodiscard]] QString placedText(const SliceError &error);

/// The error of an element: a fault of its JSON, or longer than JsonSlicer::MaxElement.
/// \pre \a fault is not None
[[nodiscard]] SliceError elementError(JsonFault fault, qint64 offset);

/// The same of the envelope, where TooLarge is longer than JsonSlicer::MaxEnvelope.
[[nodiscard]] SliceError envelopeError(JsonFault fault, qint64 offset);

} // namespace Trailglass
