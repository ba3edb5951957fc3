// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/credentials/secretstore.h"

#include <QUrl>

namespace Trailglass {

inline Origin originOf(const char *url)
{
    return Origin::of(QUrl(QString::fromUtf8(url)));
}

/// A credential as stores keep it.
inline FiledSecret filed(const QByteArray &text, const char *url = "https://api.example.com")
{
    return {Secret::fromText(text).value(), originOf(url)};
}

} // namespace Trailglass
