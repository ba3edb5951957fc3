// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/secretreplacement.h"

#include <memory>
#include <utility>

namespace Trailglass {

SecretReplacement::SecretReplacement(SourceSecrets &secrets, QString account, References before,
                                     References after)
    : m_secrets(secrets)
    , m_account(std::move(account))
    , m_before(std::move(before))
    , m_after(std::move(after))
{
}

std::shared_ptr<SecretReplacement> SecretReplacement::make(SourceSecrets &secrets, QString account,
                                                           References before, References after)
{
    return std::shared_ptr<SecretReplacement>(
        new SecretReplacement(secrets, std::move(account), std::move(before), std::move(after)));
}

void SecretReplacement::write(const Filed &values, Done done)
{
    References overwritten;
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        const auto before = m_before.constFind(value.key());
        const auto after = m_after.constFind(value.key());
        if (before != m_before.constEnd() && after != m_after.constEnd() && before->kind == after->kind)
            overwritten.insert(value.key(), *before);
    }
    m_unwritten = values;
    const auto proceed = [self = shared_from_this(), done = std::move(done)](const Result<Filed> &old) {
        if (!old)
            return done(old.error());
        self->m_old = *old;
        self->writeNext(done);
    };
    m_secrets.readFiled(m_account, overwritten, proceed);
}

void SecretReplacement::writeNext(const Done &done)
{
    if (m_unwritten.isEmpty())
        return m_secrets.write(m_account, m_after, {},
                               done); // also without any, never before write() returns
    const QString key = m_unwritten.firstKey();
    const Filed next{{key, m_unwritten.take(key)}};
    m_secrets.write(m_account, m_after, next,
                    [self = shared_from_this(), key, done](const Result<void> &written) {
                        if (!written)
                            return done(written);
                        self->noteWritten(key);
                        self->writeNext(done);
                    });
}

void SecretReplacement::noteWritten(const QString &key)
{
    const auto old = m_old.constFind(key);
    if (old != m_old.constEnd())
        m_overwritten.insert(key, *old);
    else
        m_added.insert(key, m_after.value(key));
}

void SecretReplacement::putBack(Done done)
{
    const auto writeOld = [self = shared_from_this(), done = std::move(done)](const Result<void> &removed) {
        self->m_secrets.write(
            self->m_account, self->m_before, self->m_overwritten,
            [removed, done](const Result<void> &written) { done(removed ? written : removed); });
    };
    m_secrets.remove(m_account, m_added, writeOld);
}

} // namespace Trailglass
