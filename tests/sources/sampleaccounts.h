// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/source.h"

#include <QByteArray>
#include <QMap>
#include <QString>

namespace Trailglass {

[[nodiscard]] const Source &asana();
[[nodiscard]] const Source &secoda();
[[nodiscard]] const Source &datafold();
[[nodiscard]] const Source &paradime();
[[nodiscard]] const Source &nected();

/// The settings that a source of the vendor cannot do without; the other vendors need none.
[[nodiscard]] QMap<QString, QString> asanaSettings();
[[nodiscard]] QMap<QString, QString> paradimeSettings();
[[nodiscard]] QMap<QString, QString> requiredSettings(Vendor vendor);

/// Values for every secret of a source, none of them real.
[[nodiscard]] QMap<QString, QByteArray> asanaToken();
[[nodiscard]] QMap<QString, QByteArray> paradimeKeyPair();
[[nodiscard]] QMap<QString, QByteArray> apiKey(); ///< of Secoda, Datafold and Nected
[[nodiscard]] QMap<QString, QByteArray> secretsOf(Vendor vendor);

} // namespace Trailglass
