// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/sliceerror.h"

#include "models/core/translation.h"
#include "models/sources/jsonslicer.h"

#include <QLocale>

namespace Trailglass {

namespace {

QString mebibytes(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 0);
}

SliceError makeError(JsonFault fault, qint64 offset, const QString &tooLarge)
{
    if (fault == JsonFault::TooLarge)
        return {offset, tooLarge, ErrorKind::TooLarge};
    return {offset, faultText(fault),
            fault == JsonFault::TooDeep ? ErrorKind::TooLarge : ErrorKind::Malformed};
}

} // namespace

QString placedText(const SliceError &error)
{
    return tr("%1 (at byte %2)").arg(error.reason, QLocale::c().toString(error.offset));
}

SliceError elementError(JsonFault fault, qint64 offset)
{
    return makeError(fault, offset,
                     tr("The value is larger than %1.").arg(mebibytes(JsonSlicer::MaxElement)));
}

SliceError envelopeError(JsonFault fault, qint64 offset)
{
    return makeError(
        fault, offset,
        tr("More than %1 of data is outside the list of events.").arg(mebibytes(JsonSlicer::MaxEnvelope)));
}

} // namespace Trailglass
