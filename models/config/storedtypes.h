// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace Trailglass {

/// The content of an INI file, without the values of which QSettings would make objects of any type.
///
/// QSettings reads a text that begins with `@Variant(` or `@DateTime(` as a stream of objects, of the types and sizes
/// that the text names, and takes as much memory as it says. This program stores no such value. Where the content can be
/// read as one of these words, in whatever quotes and escapes, `_` takes the place of its `@`, and the value is a text.
/// Everything else stays byte for byte.
/// \thread any
/// \source QSettingsPrivate::iniUnescapedStringList() and stringToVariant() of Qt 6
[[nodiscard]] QByteArray withoutStoredTypes(const QByteArray &content);

} // namespace Trailglass
