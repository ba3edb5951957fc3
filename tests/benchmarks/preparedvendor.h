// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"
#include "tests/support/httpmessage.h"

#include <QByteArray>

#include <memory>
#include <string>
#include <vector>

namespace Trailglass {

/// A vendor's list call over events that were made beforehand, as fast as it can be: what is measured is the client. Refuses
/// nothing.
class PreparedVendor
{
public:
    virtual ~PreparedVendor() = default;
    [[nodiscard]] virtual Support::Response respond(const Support::Request &request) const = 0;

protected:
    PreparedVendor() = default;
    Q_DISABLE_COPY_MOVE(PreparedVendor)
};

/// Asana: a hundred events a page, oldest first, by offset.
class PreparedAsana final : public PreparedVendor
{
public:
    explicit PreparedAsana(qint64 events);
    [[nodiscard]] Support::Response respond(const Support::Request &request) const override;

private:
    std::vector<QByteArray> m_pages; ///< the last one is empty
};

/// Nected: ten events a page, newest first, within dates.
class PreparedNected final : public PreparedVendor
{
public:
    explicit PreparedNected(qint64 events);
    [[nodiscard]] Support::Response respond(const Support::Request &request) const override;

private:
    struct Row
    {
        UtcMicros created;
        std::string json;
    };
    std::vector<Row> m_rows; ///< newest first
};

/// Paradime: everything in one response.
class PreparedParadime final : public PreparedVendor
{
public:
    explicit PreparedParadime(qint64 events);
    [[nodiscard]] Support::Response respond(const Support::Request &request) const override;

private:
    std::string m_body;
};

/// \param type  of the source
/// \returns null for any but the three
[[nodiscard]] std::unique_ptr<PreparedVendor> prepareVendor(const QByteArray &type, qint64 events);

} // namespace Trailglass
