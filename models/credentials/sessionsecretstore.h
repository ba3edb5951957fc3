// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/credentials/secretstore.h"

#include <QMap>
#include <QObject>

namespace Trailglass {

/// Secrets in memory, for a machine without a keychain: gone when the program ends.
class SessionSecretStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    void read(const QString &key, Read done) override;
    void write(const QString &key, const FiledSecret &secret, Done done) override;
    void remove(const QString &key, Done done) override;

private:
    QMap<QString, FiledSecret> m_secrets;
};

} // namespace Trailglass
