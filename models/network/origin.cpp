// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/origin.h"

#include "models/core/origin.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QString withoutSlash(const QString &path)
{
    return path.endsWith(u'/') ? path.chopped(1) : path;
}

} // namespace

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    if (host.compare("localhost"_L1, Qt::CaseInsensitive) == 0) {
        return true;
    }
    QHostAddress address;
    return address.setAddress(host) && address.isLoopback();
}

bool isAllowed(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty()) {
        return false;
    }
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url));
}

bool isSameOrigin(const QUrl &left, const QUrl &right)
{
    return Origin::of(left).admits(right);
}

bool isSlashRedirect(const QUrl &from, const QUrl &to)
{
    const QString before = from.path(QUrl::FullyEncoded);
    const QString after = to.path(QUrl::FullyEncoded);
    return isSameOrigin(from, to) && before != after && withoutSlash(before) == withoutSlash(after);
}

QString printOrigin(const QUrl &url)
{
    // Built from parts: formatting flags of QUrl would keep a user name.
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host());
    origin.setPort(url.port());
    return origin.toString();
}

QString printRequestShape(const QUrl &url)
{
    // What stands alone, without a value, may be one itself.
    static const QRegularExpression isName(u"^[A-Za-z][A-Za-z0-9_.-]{0,31}(\\[\\])?$"_s);
    QStringList names;
    for (const auto &[name, value] : QUrlQuery(url).queryItems())
        names.append(!value.isEmpty() && isName.match(name).hasMatch() ? name : u"…"_s);
    const QString path = printOrigin(url) + u"/…"_s;
    return names.isEmpty() ? path : QString(path + u'?' + names.join(u'&'));
}

} // namespace Trailglass
