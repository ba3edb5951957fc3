// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/credentials/sourcesecrets.h"

#include <memory>

namespace Trailglass {

/// Credentials of one source written over those that are there, so that these can be put back.
///
/// Calls end as those of SourceSecrets do, and are dropped with it.
/// \thread as SourceSecrets
class SecretReplacement : public std::enable_shared_from_this<SecretReplacement>
{
public:
    using References = SourceSecrets::References;
    using Filed = SourceSecrets::Filed;
    using Done = SourceSecrets::Done;

    /// \param secrets  outlives the replacement
    /// \param before   where the credentials are kept now
    /// \param after    where they are to be kept
    static std::shared_ptr<SecretReplacement> make(SourceSecrets &secrets, QString account, References before,
                                                   References after);

    /// Reads what \a values will overwrite, then writes them.
    ///
    /// After an error those before the failing one are written: putBack() undoes that.
    /// \pre called once
    /// \error SecretUnavailable, SecretDenied; Usage for a value that has no place in a store
    void write(const Filed &values, Done done);

    /// Restores what the stores contained before write(), as far as they reported it.
    void putBack(Done done);

private:
    SecretReplacement(SourceSecrets &secrets, QString account, References before, References after);
    void writeNext(const Done &done);
    void noteWritten(const QString &key);

    SourceSecrets &m_secrets;
    const QString m_account;
    const References m_before;
    const References m_after;
    Filed m_unwritten;
    References m_added; ///< those written where none was found before
    Filed m_old; ///< what is to be overwritten
    Filed m_overwritten; ///< of m_old
};

} // namespace Trailglass
