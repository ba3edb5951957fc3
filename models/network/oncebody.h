// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QIODevice>

namespace Trailglass {

/// The body of a request that is read a single time.
///
/// When a connection breaks before the response begins, Qt sends the request again, up to three times. It cannot
/// when the body does not return to its beginning: the request fails with ContentReSendError then.
/// \thread the one that made it
/// \source QHttpNetworkConnectionChannel::resetUploadData() of Qt 6.4
class OnceBody final : public QIODevice
{
public:
    explicit OnceBody(QByteArray bytes);

    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    [[nodiscard]] bool reset() override { return false; }

protected:
    [[nodiscard]] qint64 readData(char *data, qint64 maxSize) override;
    [[nodiscard]] qint64 writeData(const char *data, qint64 maxSize) override;

private:
    const QByteArray m_bytes;
};

} // namespace Trailglass
