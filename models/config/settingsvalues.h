// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QStringList>
#include <QVariant>

/// Values as an INI file returns them, which may have been edited by hand or damaged: what has another type
/// reads as empty.
namespace Trailglass {

/// Empty for anything but a text; an unquoted comma, for one, makes a list.
[[nodiscard]] QString textOf(const QVariant &value);

/// A list, or a text as a list of one: QSettings reads a list of one back as a text.
[[nodiscard]] QStringList textsOf(const QVariant &value);

[[nodiscard]] QByteArray bytesOf(const QVariant &value);

/// An INI file knows texts only: a truth value is read back as `true` or `false`.
[[nodiscard]] bool isTrue(const QVariant &value);
/// Also true where there is no value.
[[nodiscard]] bool isTrueOrUnset(const QVariant &value);

} // namespace Trailglass
