// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/store/byteinput.h"

#include <string>
#include <string_view>

namespace Trailglass {

/// A stream whose beginning can be looked at before it is read, also where it can be read only once.
/// \thread any, one at a time
class HeadInput final : public ByteInput
{
public:
    /// \param input  outlives this object
    explicit HeadInput(ByteInput &input);
    explicit HeadInput(std::unique_ptr<ByteInput> input);

    /// What read() gives next, without reading it: \a bytes of it, fewer only at the end and before an error, which
    /// read() then gives. Valid until the next call of any function.
    /// \error as read(), where nothing comes before it
    [[nodiscard]] Result<std::string_view> head(std::size_t bytes, const CancelToken &cancel);

    Result<qint64> read(std::span<char> buffer, const CancelToken &cancel) override;
    [[nodiscard]] bool seek(qint64 offset) override;
    [[nodiscard]] std::optional<qint64> size() const override { return m_input.size(); }

    /// Bytes that read() has given so far, also those that were given again after a seek().
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }

private:
    void dropHead();

    const std::unique_ptr<ByteInput> m_owned; ///< or null
    ByteInput &m_input;
    std::string m_head; ///< of which the first m_given bytes are read
    std::size_t m_given = 0;
    std::optional<Error> m_error; ///< that follows m_head
    qint64 m_bytesRead = 0;
};

} // namespace Trailglass
