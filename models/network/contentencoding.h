// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>

namespace Trailglass {

/// How the body of a response is packed, as far as it is read.
enum class ContentEncoding
{
    Identity, ///< not at all
    Gzip,
    Other, ///< anything else, and more than one: refused
};

/// Reads the value of a Content-Encoding header; several headers are one value joined by commas, as Qt gives
/// them. Names are compared without case, `x-gzip` is gzip, `identity` and empty items count for nothing.
///
/// \thread any
/// \source RFC 9110, 8.4.1
[[nodiscard]] ContentEncoding contentEncoding(QByteArrayView header);

} // namespace Trailglass
