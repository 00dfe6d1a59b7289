using System.Globalization;
using System.Net;
using System.Text;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Planning;

/// <summary>A supervisor who plans a site of their own, over the public doors.</summary>
public sealed class Planner(AgentClient who, string site, string key, string queue)
{
    static readonly object[] _day = [new { from = "08:00", to = "20:00" }];
    static readonly object[] _always = [new { from = "00:00", to = "24:00" }];

    public AgentClient Who => who;

    public string Site => site;

    public string Key => key;

    public string Queue => queue;

    /// <summary>Today by the clock of the site.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen")).DateTime);

    /// <param name="always">Open at all times, else from eight to eight.</param>
    public static async Task<Planner> AtAsync(Organisation organisation, bool always = false)
    {
        var hours = always ? _always : _day;
        var key = $"p-{VisitorClient.NewClientId()}"[..20];
        var queue = (await organisation.Administrator.PostAsync("/queues", new { name = key })).Expect(HttpStatusCode.Created)["id"]!;
        var site = (await organisation.Administrator.PostAsync("/sites", new
        {
            key,
            name = key,
            timeZone = "Europe/Copenhagen",
            languages = (string[])["da", "en"],
            hours = new { timeZone = "Europe/Copenhagen", week = new { monday = hours, tuesday = hours, wednesday = hours, thursday = hours, friday = hours, saturday = hours, sunday = hours } },
        })).Expect(HttpStatusCode.Created)["id"]!;
        foreach (var entry in (await organisation.Administrator.GetAsync("/entry-points")).Rows.Where(entry => entry["site"] == site))
        {
            (await organisation.Administrator.PutAsync($"/entry-points/{entry["id"]}", new { queue })).Expect(HttpStatusCode.OK);
        }

        return new Planner(await organisation.NewAgentAsync(role: "supervisor"), site, key, queue);
    }

    public Task<Reply> PlanAsync(DateOnly from, int days = 1, string channel = "chat") => who.GetAsync($"/planning/plan?site={site}&queue={queue}&channel={channel}&from={Text(from)}&days={days}");

    public Task<Reply> HistoryAsync(DateOnly from, DateOnly to, string channel = "chat") => who.GetAsync($"/planning/history?site={site}&queue={queue}&channel={channel}&from={Text(from)}&to={Text(to)}");

    public Task<Reply> ImportAsync(string csv, string channel = "chat") => who.PostAsync("/planning/history", new { site, queue, channel, csv });

    public Task<Reply> ShiftAsync(string agent, DateOnly date, params object[] shifts) => who.PutAsync("/planning/shifts", new { site, agent, date = Text(date), shifts });

    public Task<Reply> WhatIfAsync(DateOnly from, object change) => who.PostAsync("/planning/what-if", new { site, queue, channel = "chat", from = Text(from), days = 1, change });

    /// <summary>Days up to yesterday, four an hour from eight to eight, more on weekdays; a tenth leaves.</summary>
    public static string Csv(int days, int each = 4)
    {
        var csv = new StringBuilder("time,offered,answered,within,abandoned,wait_seconds,handled,handle_seconds\n");
        for (var day = Today.AddDays(-days); day < Today; day = day.AddDays(1))
        {
            for (var slot = 16; slot < 40; slot++)
            {
                var offered = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? each / 2 : each + (slot % 3);
                var left = slot % 5 == 0 ? 1 : 0;
                csv.Append(CultureInfo.InvariantCulture, $"{Text(day)}T{slot / 2:00}:{slot % 2 * 30:00},{offered},{offered - left},{offered - left},{left},{offered * 20},{offered - left},{(offered - left) * 400}\n");
            }
        }

        return csv.ToString();
    }

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
