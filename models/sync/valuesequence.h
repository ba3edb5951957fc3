// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/json/jsonvalidator.h"
#include "models/sync/eventfinder.h"
#include "models/sync/valuereader.h"

#include <optional>

namespace Trailglass {

/// Reads JSON values one after the other, each over as many lines as it likes: one value, or pretty-printed ones.
///
/// A list is read element by element, whatever its size. An object is kept until it is whole, since it may be an
/// event; one that is larger than any event, or broken, is read as a response, element by element too. After a value
/// that is broken reading goes on with the next line that begins with a bracket.
///
/// Memory: one value of at most JsonSlicer::MaxElement.
/// \thread any, one at a time
class ValueSequence final : public ValueReader
{
public:
    /// \param finder  outlives the reader
    /// \param start  where the text begins in its document
    explicit ValueSequence(EventFinder &finder, TextPlace start = {0, 1});

    void feed(std::string_view text) override;

    /// \error of the first list or response that is broken off; of a text that is one broken value, which is counted
    /// as unreadable too
    [[nodiscard]] Result<void> finish() override;

    /// Whether a list or response was broken off. What is missing of it is reported by finish() alone.
    [[nodiscard]] bool hasBrokenList() const { return m_error.has_value(); }

private:
    enum class State
    {
        Between, ///< two values
        Object, ///< kept in m_value
        Elements, ///< of a list or response, read by m_slicer
        Skipping, ///< what is broken; its beginning is kept in m_value
    };

    std::size_t step(std::string_view text);
    std::size_t stepBetween(std::string_view text);
    std::size_t stepInObject(std::string_view text);
    std::size_t stepInElements(std::string_view text);
    std::size_t stepOver(std::string_view text);
    void pass(std::string_view text);

    void begin(State state);
    void beginSkipping();
    void endObject();
    void readAsResponse();
    std::size_t feedSlicer(std::string_view text);
    void endElements();
    void skip(const SliceError &error);
    void endSkipping();
    void keep(std::string_view text);

    EventFinder &m_finder;
    State m_state = State::Between;
    TextPlace m_place; ///< of the next byte
    bool m_isAtLineStart = true; ///< the next byte
    std::size_t m_markBytes = 0; ///< of a byte order mark, seen so far

    TextPlace m_begin; ///< of the current value
    std::string m_value;
    JsonValidator m_validator; ///< of the object in m_value
    std::optional<JsonSlicer> m_slicer;
    bool m_isList = false; ///< what m_slicer reads; else a response

    std::optional<SliceError> m_fault; ///< of what is skipped; none: it was reported
    qint64 m_skipped = 0; ///< bytes of it
    qint64 m_inked = 0; ///< up to the last that is not whitespace

    qint64 m_values = 0;
    std::optional<Error> m_error; ///< the first of a broken list or response
    std::optional<Error> m_firstFault; ///< of a broken value
};

} // namespace Trailglass
