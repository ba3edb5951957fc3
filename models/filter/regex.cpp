// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/regex.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/json/utf8.h"

#include <QCoreApplication>

#include <algorithm>
#include <mutex>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace Trailglass::Filter {

/// Frees PCRE's objects. Not in the anonymous namespace, because members of Regex::Programs have this type.
template <auto free>
struct Freeing
{
    void operator()(auto *pointer) const { free(pointer); }
};
using Code = std::unique_ptr<pcre2_code, Freeing<pcre2_code_free>>;

namespace {

/// Back-tracking steps from one start: some milliseconds, and far more than a normal pattern needs.
constexpr std::size_t MaxSteps = 1'000'000;
/// The work without a check of clock and token, in steps times bytes of text: at worst one step reads the
/// whole text. At most a tenth of a second, nearly always much less.
constexpr std::size_t MaxPlainWork = 200'000'000; ///< of all starts
constexpr std::size_t MaxStartWork = 4'000'000; ///< of one start
/// With fewer steps per start the plain program is not tried.
constexpr std::size_t MinSteps = 8;
/// Bytes read, or callouts, between two checks of clock and token.
constexpr std::size_t BytesBetweenLooks = 1 << 16;
constexpr std::size_t StartsBetweenLooks = 16;
constexpr std::size_t ItemsBetweenLooks = 64;
/// Stack of the machine code, in bytes: normal alternations over long texts need much of it.
constexpr std::size_t MinStack = 32 * 1024;
constexpr std::size_t MaxStack = 8 * 1024 * 1024;
/// For `\X`, which from each of several adjacent flag letters goes back to the first one, without a callout.
constexpr std::size_t MaxFlagSteps = 20'000'000;

Error broken(const QString &reason)
{
    return {ErrorKind::Usage, Trailglass::tr("Invalid regular expression: %1.").arg(reason)};
}

PCRE2_SPTR pcreBytes(std::string_view text)
{
    // PCRE reads bytes as unsigned.
    return reinterpret_cast<PCRE2_SPTR>(text.empty() ? "" : text.data());
}

struct Compiled
{
    Code code; ///< null: see error
    int error = 0;
};

Compiled compiled(const std::string &pattern, quint32 options)
{
    Compiled result;
    PCRE2_SIZE place = 0;
    result.code.reset(
        pcre2_compile(pcreBytes(pattern), pattern.size(), options, &result.error, &place, nullptr));
    return result;
}

QString reasonOf(int error)
{
    std::array<char, 256> message{};
    pcre2_get_error_message(error, reinterpret_cast<PCRE2_UCHAR *>(message.data()), message.size());
    return QCoreApplication::translate("QRegularExpression", message.data());
}

/// Called by a running program; stops it when its time is up or it is cancelled.
class Watch
{
public:
    Watch(const CancelToken &cancel, SearchTime &time, std::size_t textSize)
        : m_cancel(cancel)
        , m_time(time)
        , m_textSize(std::max<std::size_t>(textSize, 1))
    {
    }

    void begin(std::size_t maxCallsBetweenLooks)
    {
        m_interval = std::clamp<std::size_t>(BytesBetweenLooks / m_textSize, 1, maxCallsBetweenLooks);
        m_left = m_interval;
    }

    static int called(pcre2_callout_block *, void *watch) { return static_cast<Watch *>(watch)->called(); }

private:
    int called()
    {
        if (--m_left > 0)
            return 0;
        m_left = m_interval;
        return m_cancel.isCancelled() || m_time.isUp() ? PCRE2_ERROR_CALLOUT : 0;
    }

    const CancelToken &m_cancel;
    SearchTime &m_time;
    std::size_t m_textSize;
    std::size_t m_interval = 1;
    std::size_t m_left = 1;
};

/// What a thread needs to run programs, created once.
struct Runner
{
    std::unique_ptr<pcre2_match_context, Freeing<pcre2_match_context_free>> context{
        pcre2_match_context_create(nullptr)};
    std::unique_ptr<pcre2_match_data, Freeing<pcre2_match_data_free>> found{
        pcre2_match_data_create(1, nullptr)};
    std::unique_ptr<pcre2_jit_stack, Freeing<pcre2_jit_stack_free>> stack{
        pcre2_jit_stack_create(MinStack, MaxStack, nullptr)};

    Runner() { pcre2_jit_stack_assign(context.get(), nullptr, stack.get()); }

    /// \returns as pcre2_match()
    int run(const pcre2_code *code, std::string_view text, std::size_t maxSteps, Watch &watch)
    {
        pcre2_set_callout(context.get(), &Watch::called, &watch);
        pcre2_set_match_limit(context.get(), static_cast<quint32>(maxSteps));
        return pcre2_match(code, pcreBytes(text), text.size(), 0, PCRE2_NO_UTF_CHECK, found.get(),
                           context.get());
    }
};

Runner &runner()
{
    thread_local Runner ofThread;
    return ofThread;
}

/// The worst-case work of `\X` over all flag letters (U+1F1E6 … U+1F1FF).
std::size_t flagSteps(std::string_view text)
{
    constexpr std::string_view Lead = "\xF0\x9F\x87";
    constexpr std::size_t Length = 4;
    std::size_t steps = 0;
    std::size_t run = 0;
    std::size_t end = 0;
    for (auto at = text.find(Lead); at != std::string_view::npos; at = text.find(Lead, at + Length)) {
        run = at == end ? run + 1 : 1;
        end = at + Length;
        steps += run;
    }
    return steps;
}

} // namespace

/// One pattern, compiled three times: a plain program without callouts, one with a callout at each start, one
/// with a callout at each item of the pattern. A search that exceeds the limit of one is repeated with the
/// next.
class Regex::Programs
{
public:
    Programs(std::string pattern, quint32 options, Code plain)
        : m_pattern(std::move(pattern))
        , m_options(options)
        , m_hasClusters(m_pattern.find("\\X") != std::string::npos)
    {
        m_plain.code = std::move(plain);
    }

    Match search(std::string_view text, const CancelToken &cancel, SearchTime &time)
    {
        // Short texts are searched without checking token or clock; the caller checks them between texts.
        if (cancel.isCancelled() || !time.admits(text.size())
            || (m_hasClusters && flagSteps(text) > MaxFlagSteps))
            return Match::LimitPassed;
        Watch watch(cancel, time, text.size());
        const std::size_t size = std::max<std::size_t>(text.size(), 1);
        if (const std::size_t steps = MaxPlainWork / size / size; steps >= MinSteps) {
            const int found = runner().run(plain(), text, std::min(steps, MaxSteps), watch);
            if (isFinal(found))
                return matchOf(found);
        }
        if (const std::size_t steps = MaxStartWork / size; steps >= MinSteps) {
            watch.begin(StartsBetweenLooks);
            // A callout at the front is made at each start, whichever branch matches.
            const pcre2_code *const code = made(m_watched, "(?C)" + m_pattern, m_options);
            const int found =
                code ? runner().run(code, text, std::min(steps, MaxSteps), watch) : PCRE2_ERROR_MATCHLIMIT;
            if (isFinal(found))
                return matchOf(found);
        }
        watch.begin(ItemsBetweenLooks);
        const pcre2_code *const code = made(m_careful, m_pattern, m_options | PCRE2_AUTO_CALLOUT);
        return code ? matchOf(runner().run(code, text, MaxSteps, watch)) : Match::LimitPassed;
    }

private:
    struct Program
    {
        Code code;
        std::once_flag ready;
    };

    /// Running out of steps is inconclusive; a stop by the callout is final.
    static bool isFinal(int found)
    {
        return found >= 0 || found == PCRE2_ERROR_NOMATCH || found == PCRE2_ERROR_CALLOUT;
    }

    static Match matchOf(int found)
    {
        if (found == PCRE2_ERROR_NOMATCH)
            return Match::No;
        return found >= 0 ? Match::Yes : Match::LimitPassed;
    }

    const pcre2_code *plain()
    {
        // If no machine code can be generated, the pattern is interpreted with the same limits.
        std::call_once(m_plain.ready, [this] { pcre2_jit_compile(m_plain.code.get(), PCRE2_JIT_COMPLETE); });
        return m_plain.code.get();
    }

    /// \returns null if the callouts make the pattern too large
    static const pcre2_code *made(Program &program, const std::string &pattern, quint32 options)
    {
        std::call_once(program.ready, [&] {
            program.code = compiled(pattern, options).code;
            if (program.code)
                pcre2_jit_compile(program.code.get(), PCRE2_JIT_COMPLETE);
        });
        return program.code.get();
    }

    const std::string m_pattern;
    const quint32 m_options;
    const bool m_hasClusters;
    Program m_plain;
    Program m_watched;
    Program m_careful;
};

Result<Regex> Regex::compile(const RegexValue &regex)
{
    if (regex.pattern.starts_with("(*"))
        return Error{ErrorKind::Usage, Trailglass::tr("A regular expression must not start with “(*”.")};
    // `\C` matches a single byte, which is not a character in UTF-8.
    const quint32 options =
        PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | (regex.ignoreCase ? PCRE2_CASELESS : quint32(0));
    Compiled plain = compiled(regex.pattern, options);
    if (!plain.code)
        return broken(reasonOf(plain.error));
    return Regex(std::make_shared<Programs>(regex.pattern, options, std::move(plain.code)));
}

Match Regex::search(std::string_view text, const CancelToken &cancel, SearchTime &time) const
{
    if (isValidUtf8(text))
        return m_programs->search(text, cancel, time);
    return m_programs->search(toUtf8(toQString(text)), cancel, time);
}

} // namespace Trailglass::Filter
