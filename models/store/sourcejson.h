// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/secretreference.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace Trailglass {

/// The JSON texts in table `source`. Reading returns nothing for a damaged text, which this program cannot
/// have written. Secret references of an unknown kind are left out.
namespace SourceJson {

[[nodiscard]] std::string text(const QJsonObject &object);
[[nodiscard]] std::string text(const QMap<QString, QString> &settings);
[[nodiscard]] std::string text(const QMap<QString, SecretReference> &secrets);

[[nodiscard]] std::optional<QJsonObject> object(std::string_view text);
[[nodiscard]] std::optional<QMap<QString, QString>> settings(std::string_view text);
[[nodiscard]] std::optional<QMap<QString, SecretReference>> secrets(std::string_view text);

} // namespace SourceJson

} // namespace Trailglass
