// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/error.h"

namespace Trailglass {

using namespace Qt::StringLiterals;

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled:
        return u"cancelled"_s;
    case ErrorKind::Usage:
        return u"usage"_s;
    case ErrorKind::Network:
        return u"network"_s;
    case ErrorKind::Timeout:
        return u"timeout"_s;
    case ErrorKind::Tls:
        return u"tls"_s;
    case ErrorKind::Unauthorized:
        return u"unauthorized"_s;
    case ErrorKind::Forbidden:
        return u"forbidden"_s;
    case ErrorKind::NotFound:
        return u"not_found"_s;
    case ErrorKind::Rejected:
        return u"rejected"_s;
    case ErrorKind::RateLimited:
        return u"rate_limited"_s;
    case ErrorKind::Server:
        return u"server"_s;
    case ErrorKind::Redirect:
        return u"redirect"_s;
    case ErrorKind::TooLarge:
        return u"too_large"_s;
    case ErrorKind::Malformed:
        return u"malformed"_s;
    case ErrorKind::Unsupported:
        return u"unsupported"_s;
    case ErrorKind::Vendor:
        return u"vendor"_s;
    case ErrorKind::Storage:
        return u"storage"_s;
    case ErrorKind::DiskFull:
        return u"disk_full"_s;
    case ErrorKind::Locked:
        return u"locked"_s;
    case ErrorKind::NewerVersion:
        return u"newer_version"_s;
    case ErrorKind::SecretUnavailable:
        return u"secret_unavailable"_s;
    case ErrorKind::SecretDenied:
        return u"secret_denied"_s;
    case ErrorKind::SecretNotApproved:
        return u"secret_not_approved"_s;
    case ErrorKind::Internal:
        break;
    }
    return u"internal"_s;
}

} // namespace Trailglass
