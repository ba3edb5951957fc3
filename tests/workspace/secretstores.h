// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/credentials/secretstore.h"

#include <QMap>
#include <QObject>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace Trailglass::Testing {

/// A keychain that works, or refuses everything or one key, or stays silent, as a test sets it.
class FakeKeychain final : public QObject, public SecretStore
{
public:
    void read(const QString &key, Read done) override
    {
        reply([this, key, done] {
            if (refuses)
                return done(*refuses);
            const auto found = secrets.constFind(key);
            done(found == secrets.constEnd() ? Result<FiledSecret>(Error{ErrorKind::NotFound, {}}) : *found);
        });
    }
    void readUnattended(const QString &key, Read done) override
    {
        ++askedUnattended;
        read(key, std::move(done));
    }
    void write(const QString &key, const FiledSecret &secret, Done done) override
    {
        reply([this, key, secret, done] {
            if (refuses || isHeldBack(key, deniedToWrite))
                return done(refuses.value_or(denied()));
            secrets.insert(key, secret);
            done({});
        });
    }
    void remove(const QString &key, Done done) override
    {
        reply([this, key, done] {
            if (refuses || isHeldBack(key, deniedToRemove))
                return done(refuses.value_or(denied()));
            secrets.remove(key);
            done({});
        });
    }

    /// Ends the silence: what it was asked is done now.
    void speak()
    {
        isSilent = false;
        for (std::function<void()> &call : std::exchange(m_held, {}))
            QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
    }

    std::optional<Error> refuses;
    QString deniedToWrite; ///< the credential's own key
    QString deniedToRemove; ///< the credential's own key
    bool isSilent = false;
    int asked = 0;
    int askedUnattended = 0; ///< of these
    QMap<QString, FiledSecret> secrets;

private:
    static Error denied() { return {ErrorKind::SecretDenied, QStringLiteral("It was refused.")}; }
    static bool isHeldBack(const QString &key, const QString &denied)
    {
        return !denied.isEmpty() && key.endsWith(u'/' + denied);
    }
    void reply(std::function<void()> call)
    {
        ++asked;
        if (isSilent)
            m_held.push_back(std::move(call));
        else
            QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
    }

    std::vector<std::function<void()>> m_held; ///< while it was silent
};

} // namespace Trailglass::Testing
