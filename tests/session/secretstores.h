// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/credentials/secretstore.h"

#include <QMap>
#include <QObject>
#include <QStringList>

#include <optional>

namespace Trailglass::Testing {

/// A keychain that works, until it is told to refuse or to stay silent.
class FakeKeychain final : public QObject, public SecretStore
{
public:
    void read(const QString &key, Read done) override
    {
        answer([this, key, done] {
            if (refuses)
                return done(*refuses);
            const auto found = secrets.constFind(key);
            done(found == secrets.constEnd() ? Result<Secret>(Error{ErrorKind::NotFound, {}}) : *found);
        });
    }
    void write(const QString &key, const Secret &secret, Done done) override
    {
        answer([this, key, secret, done] {
            if (refuses)
                return done(*refuses);
            secrets.insert(key, secret);
            done({});
        });
    }
    void remove(const QString &key, Done done) override
    {
        answer([this, key, done] {
            if (refuses)
                return done(*refuses);
            secrets.remove(key);
            done({});
        });
    }

    std::optional<Error> refuses;
    bool isSilent = false;
    int asked = 0;
    QMap<QString, Secret> secrets;

private:
    void answer(std::function<void()> call)
    {
        ++asked;
        if (!isSilent)
            QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
    }
};

} // namespace Trailglass::Testing
