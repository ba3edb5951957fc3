// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/secretreference.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

#include <string>
#include <string_view>

namespace Trailglass {

/// The JSON texts in table `source`. Reading takes what it understands: a damaged text reads as empty.
namespace SourceJson {

[[nodiscard]] std::string text(const QJsonObject &object);
[[nodiscard]] std::string text(const QMap<QString, QString> &settings);
[[nodiscard]] std::string text(const QMap<QString, SecretReference> &secrets);

[[nodiscard]] QJsonObject object(std::string_view text);
[[nodiscard]] QMap<QString, QString> settings(std::string_view text);
[[nodiscard]] QMap<QString, SecretReference> secrets(std::string_view text);

} // namespace SourceJson

} // namespace Trailglass
