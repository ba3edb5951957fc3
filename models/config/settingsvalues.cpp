// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/config/settingsvalues.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

QString textOf(const QVariant &value)
{
    return value.typeId() == QMetaType::QString ? value.toString() : QString();
}

QStringList textsOf(const QVariant &value)
{
    // A list of one is read back as a text.
    if (!textOf(value).isEmpty())
        return {textOf(value)};
    return value.typeId() == QMetaType::QStringList ? value.toStringList() : QStringList();
}

bool isTrueOrUnset(const QVariant &value)
{
    return !value.isValid() || value.toString() != "false"_L1;
}

QByteArray bytesOf(const QVariant &value)
{
    return value.typeId() == QMetaType::QByteArray ? value.toByteArray() : QByteArray();
}

bool isTrue(const QVariant &value)
{
    return value.toString() == "true"_L1;
}

} // namespace Trailglass
