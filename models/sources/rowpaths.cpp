// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/rowpaths.h"

#include "models/core/text.h"
#include "models/sources/cursorjson.h"
#include "models/sources/source.h"

#include <QJsonObject>

#include <algorithm>

namespace Trailglass {

std::vector<std::vector<std::string>> rowPathsOf(const Source &source)
{
    std::vector<std::vector<std::string>> paths;
    for (const std::vector<std::string_view> &path : source.rowPaths())
        paths.emplace_back(path.begin(), path.end());
    return paths;
}

bool hasNullForRows(const Source &source, const QByteArray &envelope)
{
    const QJsonObject root = envelopeObject(envelope);
    const auto isNullAt = [&root](const std::vector<std::string_view> &path) {
        QJsonValue value = root;
        for (const std::string_view name : path)
            value = value.toObject().value(toQString(name));
        return value.isNull();
    };
    return std::ranges::any_of(source.rowPaths(), isNullAt);
}

} // namespace Trailglass
