// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/credentials/keyring.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace Trailglass::Keyring {

namespace {

/// The Secret of the Secret Service API, (oayays).
struct ServiceSecret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};

QDBusArgument &operator<<(QDBusArgument &argument, const ServiceSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, ServiceSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

QDBusObjectPath loginKeyring()
{
    return QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s);
}

QDBusMessage call(const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s,
                                                          u"/org/freedesktop/secrets"_s, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message);
}

} // namespace

bool lock()
{
    const QVariant keyrings = QVariant::fromValue(QList<QDBusObjectPath>{loginKeyring()});
    const QDBusMessage reply = call(u"org.freedesktop.Secret.Service"_s, u"Lock"_s, {keyrings});
    return reply.type() == QDBusMessage::ReplyMessage;
}

bool unlock(const QByteArray &password)
{
    qDBusRegisterMetaType<ServiceSecret>();
    const QVariant noInput = QVariant::fromValue(QDBusVariant(QString()));
    const QDBusMessage session =
        call(u"org.freedesktop.Secret.Service"_s, u"OpenSession"_s, {u"plain"_s, noInput});
    if (session.type() != QDBusMessage::ReplyMessage)
        return false;
    const ServiceSecret secret{
        session.arguments().at(1).value<QDBusObjectPath>(), {}, password, u"text/plain"_s};
    const QDBusMessage reply =
        call(u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s, u"UnlockWithMasterPassword"_s,
             {QVariant::fromValue(loginKeyring()), QVariant::fromValue(secret)});
    return reply.type() == QDBusMessage::ReplyMessage;
}

} // namespace Trailglass::Keyring
