// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

#include <optional>
#include <string_view>

namespace Trailglass {

/// The tokens of one JSON value, one Latin-1 character a byte, without the whitespace between them; nothing when
/// the bytes are not valid JSON by RFC 8259.
///
/// Shares no code with the slicer: regular expressions find the tokens, Qt's decoder judges UTF-8. Depth is
/// not limited.
[[nodiscard]] std::optional<QList<QString>> referenceTokens(std::string_view bytes);

} // namespace Trailglass
